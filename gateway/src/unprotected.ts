// A gateway that enforces nothing: for suites of tests that bring a supergraph and subgraphs of their own, such as
// those that check how well a gateway federates. A program of its own, so that no setting can open the real one:
//   SUPERGRAPH_FILE=… PORT=4000 node gateway/src/unprotected.ts
import { readUnprotectedSettings } from './env.ts';
import { runGateway } from './runGateway.ts';

await runGateway(readUnprotectedSettings);
