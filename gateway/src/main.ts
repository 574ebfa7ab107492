import { readGatewaySettings } from './env.ts';
import { runGateway } from './runGateway.ts';

await runGateway(readGatewaySettings);
