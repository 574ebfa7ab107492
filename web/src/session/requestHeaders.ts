// What the proxy tells the pages of a request; what clients send under these names is dropped.

/** The path with its search, as it was asked for. */
export const pathHeader = 'x-guildhall-path';
/** The nonce of scripts and styles. */
export const nonceHeader = 'x-nonce';
/** The id of the request in logs and errors, here and in the graph. */
export const requestIdHeader = 'x-request-id';
