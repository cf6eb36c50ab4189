/**
 * Fluent fetches web fonts from Microsoft's servers unless told otherwise before its first import:
 * import this module before any of Fluent's.
 */
Object.assign(globalThis, { FabricConfig: { fontBaseUrl: '' } })
