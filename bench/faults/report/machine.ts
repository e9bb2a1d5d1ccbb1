export { machineLine } from '../../shared/machine';
