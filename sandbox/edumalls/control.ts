import type * as control from '../shared/control';
import type { EdumallsSandbox } from './index';

export type ControlCall = control.ControlCall<EdumallsSandbox>;
export type ControlRoute = control.ControlRoute<EdumallsSandbox>;
