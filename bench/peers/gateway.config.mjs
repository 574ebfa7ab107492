// Hive Gateway: the headers that subgraphs want of the gateway.
const headers = JSON.parse(process.env.SUBGRAPH_HEADERS ?? '{}');
export const gatewayConfig = {
  maskedErrors: false,
  ...(Object.keys(headers).length > 0 && { propagateHeaders: { fromClientToSubgraphs: () => headers } }),
};
