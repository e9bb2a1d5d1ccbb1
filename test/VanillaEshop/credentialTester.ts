import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { VanillaEshopApi } from '../../credentials/VanillaEshopApi.credentials';
import { VanillaEshop } from '../../nodes/VanillaEshop/VanillaEshop.node';
import { testCredential as testOf } from '../engine/credentialTester';

/** Tests a credential of VanillaEshop as n8n does. */
export const testCredential = async (data: ICredentialDataDecryptedObject) =>
	await testOf(VanillaEshopApi, VanillaEshop, data);
