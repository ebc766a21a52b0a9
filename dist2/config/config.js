/**
 * The settings of this process: one tree, read once from the environment and validated (see schema.ts, which also
 * documents every variable). Injected as a class token.
 */
export class Config {
    /** HOST, PORT, PUBLIC_URL. REST and `/ocpp/{stationId}` share the port; 0 takes a free one. */
    http;
    /**
     * TLS_PORT: the same served over TLS; undefined without it. TLS_CERT_FILES and TLS_KEY_FILES: PEM files, the n-th key
     * belongs to the n-th certificate. TLS_HANDSHAKE_TIMEOUT_SECONDS: until a client that has not finished is cut off.
     */
    tls;
    /** DATA_DIR: the embedded database, the generated keys. */
    dataDir;
    /** DATABASE_URL (undefined: the embedded PostgreSQL), DATABASE_POOL. */
    database;
    /** Days; 0: for ever. */
    retention;
    /** ADMIN_API_KEY: sets the first admin key; undefined: one is generated into DATA_DIR/admin-api-key. */
    adminApiKey;
    /** SECRET_KEY: keys password hashes; undefined: generated into DATA_DIR/secret-key. */
    secretKey;
    /** LOG_LEVEL, LOG_FORMAT. */
    log;
    ocpp;
    authorization;
    /** How long it takes until TAU doubts that a transaction still runs. 0: never. */
    transactions;
}
//# sourceMappingURL=config.js.map