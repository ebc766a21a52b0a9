// Generated from openapi.json by `npm run openapi`.

export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys that are not revoked */
        get: operations["ApiKeys_list"];
        put?: never;
        /** Create an API key; the answer shows it once */
        post: operations["ApiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["ApiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process should get traffic */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was asked of all stations, newest first */
        get: operations["Commands_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/{commandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was asked of a station, and what came of it */
        get: operations["Commands_read"];
        put?: never;
        post?: never;
        /** Cancel a command that is still queued */
        delete: operations["Commands_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was asked of a station, newest first */
        get: operations["StationCommands_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/ocpp/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send any message as it is, in the words of the version that the station speaks
         * @description For what has no route of its own. The payload is checked against the schema of the version; what the station may be sent at all, the answer and the masking of secrets are those of every command. `status` is the response's, where it has one.
         */
        post: operations["StationCommands_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stations in the order of their identities */
        get: operations["Stations_list"];
        put?: never;
        /** Register a station; the answer shows its password once */
        post: operations["Stations_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a station with its EVSEs, connection and deviations */
        get: operations["Stations_read"];
        put?: never;
        post?: never;
        /** Archive a station: it is disconnected and not let in again, its transactions stay */
        delete: operations["Stations_archive"];
        options?: never;
        head?: never;
        /** Change what operators say about a station */
        patch: operations["Stations_change"];
        trace?: never;
    };
    "/api/v1/stations/{stationId}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a station a new password; the answer shows it once
         * @description The old password is refused at once. An open connection stays until the station connects again.
         */
        post: operations["Stations_renewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the raw OCPP messages of a station, newest first, secrets masked */
        get: operations["Stations_listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refused-identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who tried to connect and was refused, the latest first */
        get: operations["RefusedIdentities_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refused-identities/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a refused identity as a station; the answer shows its password once */
        post: operations["RefusedIdentities_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refused-identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget an entry; it comes back with the next attempt */
        delete: operations["RefusedIdentities_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask a station for the value of a variable
         * @description What was learnt before is in the device model; this asks the station. `results` has one entry for each variable. What does not fit into one message is asked in several: `commandIds` names them all, and the other fields are those of the last one. Standard keys of OCPP 1.6 are reached by the component and variable that mean the same in 2.0.1, all others under the component `ConfigurationKey`.
         */
        get: operations["Variables_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change variables of a station
         * @description `results` has one entry for each variable. What does not fit into one message is asked in several: `commandIds` names them all, and the other fields are those of the last one. Standard keys of OCPP 1.6 are reached by the component and variable that mean the same in 2.0.1, all others under the component `ConfigurationKey`. `rebootRequired`: at least one change holds only after a reset. Where a later message fails, the problem holds the `results` of those before it.
         */
        patch: operations["Variables_change"];
        trace?: never;
    };
    "/api/v1/stations/{stationId}/variables/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a station for the values of many variables
         * @description `results` has one entry for each variable. What does not fit into one message is asked in several: `commandIds` names them all, and the other fields are those of the last one. Standard keys of OCPP 1.6 are reached by the component and variable that mean the same in 2.0.1, all others under the component `ConfigurationKey`.
         */
        post: operations["Variables_query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a station, an EVSE or a connector operative or inoperative
         * @description `Scheduled`: the station will do it when the running transaction has ended. The new status comes as the station's own report.
         */
        put: operations["Availability_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/clear-cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a station forget what it remembers about tokens
         * @description A station without a cache, or whose cache is switched off, answers Rejected.
         */
        post: operations["ClearCache_clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/id-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List id tokens in the order of their registration */
        get: operations["IdTokens_list"];
        put?: never;
        /** Register an id token */
        post: operations["IdTokens_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/id-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an id token */
        get: operations["IdTokens_read"];
        put?: never;
        post?: never;
        /** Archive an id token: unknown from now on, its transactions stay */
        delete: operations["IdTokens_archive"];
        options?: never;
        head?: never;
        /** Change status, expiry, group or note of an id token */
        patch: operations["IdTokens_change"];
        trace?: never;
    };
    "/api/v1/id-token-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the groups that tokens name or that have rules */
        get: operations["IdTokenGroups_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/id-token-groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the rules of a group */
        get: operations["IdTokenGroups_read"];
        /** Set the rules of a group */
        put: operations["IdTokenGroups_setRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List transactions, newest first; as CSV of all that match with Accept: text/csv */
        get: operations["Transactions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a transaction */
        get: operations["Transactions_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/meter-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured during a transaction; as CSV with Accept: text/csv */
        get: operations["Transactions_readMeterValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages that a transaction was made from, as the station sent them */
        get: operations["Transactions_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a transaction whose end is lost
         * @description Nothing is asked of the station: see `/stop` for that. Without `endedAt` and `meterStopWh` it is closed at its last meter value, and the transaction's own end counts if it comes after all.
         */
        post: operations["TransactionCorrections_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators did to a transaction, by whom and why, oldest first */
        get: operations["TransactionCorrections_list"];
        put?: never;
        /**
         * Correct a transaction
         * @description Other values count than the station told; what it told stays readable as `original`. A correction outlives later messages of the station: where these tell something else than when it was made, the transaction is flagged `changed-after-correction`, until it is corrected again or the correction is withdrawn.
         */
        post: operations["TransactionCorrections_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/corrections/{correctionId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a correction or a closing
         * @description It stays on record. A transaction whose closing is withdrawn runs again, unless its own end has come.
         */
        post: operations["TransactionCorrections_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the station whether a transaction goes on, and whether messages about it still wait there
         * @description TAU asks by itself where messages are missing or a transaction has fallen silent. The answer stands in `response`: `messagesInQueue`, and `ongoingIndicator` of a transaction. OCPP 1.6 has no such question. It is kept in `completeness` of the transaction.
         */
        post: operations["TransactionStatus_askAbout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/transaction-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a station whether messages about any transaction still wait there
         * @description TAU asks by itself where messages are missing or a transaction has fallen silent. The answer stands in `response`: `messagesInQueue`, and `ongoingIndicator` of a transaction. OCPP 1.6 has no such question.
         */
        post: operations["TransactionStatus_askStation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the transactions of a station, newest first */
        get: operations["StationTransactions_list"];
        put?: never;
        /**
         * Ask a station to start a transaction
         * @description Accepted means that the station will try: the driver may still have to plug in. `transactionId` of the command names the transaction once it has started.
         */
        post: operations["RemoteControl_requestStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/unmatched-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages about transactions that TAU does not know, such as a stop without a start */
        get: operations["StationTransactions_unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/meter-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the meters of a station measured outside of any transaction */
        get: operations["StationTransactions_outside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the station to stop a transaction
         * @description Accepted means that the station will stop it; the transaction has ended once the station says so.
         */
        post: operations["RemoteControl_requestStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/trigger-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a station send a message now
         * @description Accepted means that the station will send it; `GET /commands/{commandId}` shows under `messages` what it sent. NotImplemented means that the station never sends this message. A 1.6 station without the security extension answers what belongs to it with a `station-error`.
         */
        post: operations["Triggers_trigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/unlock-connector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock a connector, for a driver whose cable is stuck
         * @description It is no way to stop a transaction: while one runs that somebody is authorized for, a 2.0.1 station answers OngoingAuthorizedTransaction and does nothing; a 1.6 station ends the transaction first. Of a connector that it does not have a 2.0.1 station says UnknownConnector and a 1.6 station NotSupported.
         */
        post: operations["UnlockConnector_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List security events of all stations, those received last first */
        get: operations["Security_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List security events of a station, those received last first */
        get: operations["Security_eventsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/certificate-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the certificates that a station asked to be signed, the latest first
         * @description There is no certificate authority behind TAU yet, so stations are answered `Rejected`.
         */
        get: operations["Security_certificateRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/data-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a station said in words of a vendor, and what was said to it; newest first
         * @description What a station says is stored whether or not somebody understands it: see `status`.
         */
        get: operations["DataTransfer_list"];
        put?: never;
        /**
         * Say something to a station in words that its vendor made up
         * @description `status` is the answer of the station, and the data of its answer is in `response`.
         */
        post: operations["DataTransfer_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a transfer with all its data */
        get: operations["DataTransfer_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-transfer-vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the vendors whose messages are accepted */
        get: operations["Vendors_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-transfer-vendors/{vendorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Accept the messages of a vendor from now on
         * @description Without it stations hear UnknownVendorId. What they say is stored either way, and listed by `GET /stations/{stationId}/data-transfers`. Letter case of ids does not count.
         */
        put: operations["Vendors_declare"];
        post?: never;
        /** Accept the messages of a vendor no longer */
        delete: operations["Vendors_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reservations, newest first */
        get: operations["Reservations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a reservation with all that has happened to it */
        get: operations["Reservations_read"];
        put?: never;
        post?: never;
        /**
         * Ask the station to give a reservation up
         * @description Accepted ends it. A station rejects what it does not know: that ends it as well, unless the station still shows the EVSE as Reserved.
         */
        delete: operations["Reservations_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reservations of a station, newest first */
        get: operations["StationReservations_list"];
        put?: never;
        /**
         * Ask a station to hold an EVSE free for a token
         * @description Accepted means that it does; Occupied, Faulted, Unavailable and Rejected that it does not. Where the station gives no answer, the problem names the `reservation` too: it may hold it, and what follows tells.
         */
        post: operations["StationReservations_reserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List firmware images, newest first */
        get: operations["FirmwareImages_list"];
        put?: never;
        /**
         * Upload a firmware image
         * @description Either the content as it is (`application/octet-stream`) with the details in the query, or a form (`multipart/form-data`) with the content in the field `file` and the details in fields. Name and version are needed. With a signature and its certificate, both are checked, and updates with the image are secure ones.
         */
        post: operations["FirmwareImages_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what is known about a firmware image */
        get: operations["FirmwareImages_read"];
        put?: never;
        post?: never;
        /** Delete a firmware image and its content */
        delete: operations["FirmwareImages_remove"];
        options?: never;
        head?: never;
        /** Change what is said about a firmware image, or add its signature */
        patch: operations["FirmwareImages_change"];
        trace?: never;
    };
    "/api/v1/id-token-erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List erasures, the latest first */
        get: operations["IdTokenErasures_list"];
        put?: never;
        /**
         * Erase an id token from all that is stored
         * @description A pseudonym takes its place in transactions, messages, the message log and commands; a registered token is archived. Transactions and their energy stay. It is carried out in the background: read it again until its state is `done`. What stations send afterwards is new, and not erased.
         */
        post: operations["IdTokenErasures_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/id-token-erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how far an erasure is carried out */
        get: operations["IdTokenErasures_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description viewer reads, operator also changes and commands, admin also manages keys and sends raw messages.
         * @enum {string}
         */
        Role: "viewer" | "operator" | "admin";
        CreateApiKey: {
            /** @description viewer reads, operator also changes and commands, admin also manages keys and sends raw messages. */
            role: components["schemas"]["Role"];
            /** @description What the key is for, e.g. the name of the person or program that gets it. */
            name: string;
        };
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            /**
             * Format: date-time
             * @description Accurate to a minute; null while it was never used.
             */
            lastUsedAt: string | null;
            /** @description The key. It is shown this once and cannot be read again. */
            key: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        ApiKeyView: {
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            /**
             * Format: date-time
             * @description Accurate to a minute; null while it was never used.
             */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        ApiKeyPage: {
            nextCursor: string | null;
            items: components["schemas"]["ApiKeyView"][];
        };
        Health: {
            /** @description What is wrong, if anything is. */
            reason?: string;
            /** @description `ok`, or `unavailable` when this process should get no traffic. */
            status: string;
        };
        /** @enum {string} */
        CommandState: "queued" | "sent" | "answered" | "errored" | "timed-out" | "cancelled";
        CommandView: {
            /**
             * Format: uuid
             * @description By which `GET /commands/{commandId}` finds it.
             */
            commandId: string;
            /** @description `queued` and `sent` may still change; the others are final. */
            state: components["schemas"]["CommandState"];
            /** @description What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
            status: string | null;
            /** @description The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The payload that was sent, secrets masked. */
            request: {
                [key: string]: unknown;
            };
            /** @description The payload that the station answered, secrets masked. */
            response: {
                [key: string]: unknown;
            } | null;
            /** @description Why there is no answer: a `reason`, and what the station said where it said something. */
            error: {
                [key: string]: unknown;
            } | null;
            /** @description In requests to start: the number by which the station tells which transaction came of it. */
            remoteStartId: number | null;
            /**
             * Format: uuid
             * @description The transaction that came of it, or that it is about.
             */
            transactionId: string | null;
            /**
             * @description While it is queued: what it waits for beyond its turn. `station`: that the station is connected and accepted; else
             *     the name of a condition, e.g. `no-transaction`.
             */
            waitsFor: string | null;
            /**
             * Format: date-time
             * @description Of a command that is kept until it can be sent: when it is given up.
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it left for the station; null: it never did.
             */
            sentAt: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        CommandPage: {
            items: components["schemas"]["CommandView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        MessageDirection: "from-station" | "to-station";
        /** @enum {string} */
        OcppVersion: "1.6" | "2.0" | "2.0.1";
        MessageView: {
            direction: components["schemas"]["MessageDirection"];
            ocppVersion: components["schemas"]["OcppVersion"];
            /** @description null for a frame that could not be read. */
            action: string | null;
            messageId: string | null;
            /**
             * Format: date-time
             * @description When the CALL came or left.
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @description When it was answered; for counted Heartbeats: when the last one was.
             */
            answeredAt: string | null;
            /** @description The payload of the CALL; null where it is not JSON. */
            request: {
                [key: string]: unknown;
            } | null;
            /** @description The payload of the answer, {code, description, details} of an error; null where there is none. */
            response: {
                [key: string]: unknown;
            } | null;
            /** @description The answer as it stood on the wire; null where there is none. */
            responseText: string | null;
            id: string;
            /** @description `answered`, or what went wrong: an OCPP error code, `unreadable`, `timed-out`, `disconnected`. */
            outcome: string;
            /** @description How many exchanges the entry stands for: Heartbeats are counted per minute. */
            count: number;
            /** @description The CALL as it stood on the wire. */
            requestText: string;
        };
        CommandDetailView: {
            /**
             * Format: uuid
             * @description By which `GET /commands/{commandId}` finds it.
             */
            commandId: string;
            /** @description `queued` and `sent` may still change; the others are final. */
            state: components["schemas"]["CommandState"];
            /** @description What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
            status: string | null;
            /** @description The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The payload that was sent, secrets masked. */
            request: {
                [key: string]: unknown;
            };
            /** @description The payload that the station answered, secrets masked. */
            response: {
                [key: string]: unknown;
            } | null;
            /** @description Why there is no answer: a `reason`, and what the station said where it said something. */
            error: {
                [key: string]: unknown;
            } | null;
            /** @description In requests to start: the number by which the station tells which transaction came of it. */
            remoteStartId: number | null;
            /**
             * Format: uuid
             * @description The transaction that came of it, or that it is about.
             */
            transactionId: string | null;
            /**
             * @description While it is queued: what it waits for beyond its turn. `station`: that the station is connected and accepted; else
             *     the name of a condition, e.g. `no-transaction`.
             */
            waitsFor: string | null;
            /**
             * Format: date-time
             * @description Of a command that is kept until it can be sent: when it is given up.
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it left for the station; null: it never did.
             */
            sentAt: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            /**
             * @description What the station sent because of a trigger: its messages within two minutes of its answer, the first about each EVSE
             *     and connector. Read from the message log, so a message may appear half a second late. Empty for other commands.
             */
            messages: components["schemas"]["MessageView"][];
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        /**
         * @description What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
         *     with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
         *     once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
         *     the registration.
         * @enum {string}
         */
        RegistrationStatus: "Accepted" | "Pending" | "Rejected";
        /**
         * @description Names of leniency rules that are switched off for this station.
         * @enum {string}
         */
        LeniencyRule: "timestamp-without-zone" | "timestamp-short-offset" | "timestamp-spelling" | "timestamp-out-of-range" | "timestamp-unreadable" | "timestamp-missing" | "extra-property" | "over-long-text" | "number-for-text" | "text-for-number" | "text-for-boolean" | "decimal-for-integer" | "list-or-single" | "letter-case" | "unit-spelling" | "unknown-sample-label" | "unknown-token-type" | "unknown-reason" | "unknown-value" | "unusable-field" | "incomplete-signed-value" | "empty-for-absent" | "null-word" | "empty-list" | "custom-data" | "numeric-message-id" | "long-message-id" | "missing-payload" | "assume-ocpp1.6" | "treat-ocpp2.0-as-2.0.1" | "no-pong";
        StationRulesDto: {
            /** @description Seconds until a message to this station counts as unanswered. */
            callTimeoutSeconds?: number | null;
            /** @description The largest message in bytes that is read from this station. */
            maxFrameBytes?: number | null;
            /** @description Seconds between two Heartbeats; stations learn it at their next boot, with a jitter of a fifth either way. */
            heartbeatIntervalSeconds?: number | null;
            /** @description Names of leniency rules that are switched off for this station. */
            disabledRules?: components["schemas"]["LeniencyRule"][] | null;
            /** @description Names of leniency rules that are off by default and switched on for this station. */
            enabledRules?: components["schemas"]["LeniencyRule"][] | null;
        };
        RegisterStation: {
            name?: string | null;
            /** @description Any words to find the station by. */
            labels?: string[];
            /** @description Where it stands, e.g. {latitude, longitude, address}; kept as given. */
            location?: {
                [key: string]: unknown;
            } | null;
            /** @description IANA name, e.g. Europe/Berlin. */
            timeZone?: string | null;
            /** @description Versions that the station may negotiate; null: all that are enabled. */
            allowedVersions?: components["schemas"]["OcppVersion"][] | null;
            /**
             * @description How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,
             *     3 by client certificate. 1 unless given at the registration.
             * @enum {number}
             */
            securityProfile?: 0 | 1 | 2 | 3;
            /**
             * @description What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
             *     with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
             *     once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
             *     the registration.
             */
            registrationStatus?: components["schemas"]["RegistrationStatus"];
            /** @description Only the rules that are given change. */
            rules?: components["schemas"]["StationRulesDto"];
            /** @description 16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey. */
            password?: string;
            /** @description The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey. */
            passwordHex?: string;
            /**
             * @description The identity, as it stands at the end of the URL that the station connects to. Letter case does not count. Up to 48
             *     characters out of A-Z a-z 0-9 * - _ = + | @ and the full stop; any 255 where allowedVersions is ["1.6"].
             * @example CS001
             */
            stationId: string;
        };
        /** @enum {string} */
        ConnectorStatus: "Available" | "Occupied" | "Reserved" | "Unavailable" | "Faulted";
        StatusView: {
            status: components["schemas"]["ConnectorStatus"];
            /** @description OCPP 1.6 only. With a status other than Faulted it is a warning. */
            errorCode: string | null;
            info: string | null;
            vendorId: string | null;
            vendorErrorCode: string | null;
            /**
             * Format: date-time
             * @description Since when the status holds: the station's time, but never later than its receipt.
             */
            since: string;
            /** @description The station's time as it stood in the message; null where it gave none. */
            stationTimestamp: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description What the station literally said, e.g. SuspendedEV. */
            reportedStatus: string;
            /** @description The station is not connected: the status may have changed. */
            stale: boolean;
        };
        ConnectorView: {
            status: components["schemas"]["ConnectorStatus"];
            /** @description OCPP 1.6 only. With a status other than Faulted it is a warning. */
            errorCode: string | null;
            info: string | null;
            vendorId: string | null;
            vendorErrorCode: string | null;
            /**
             * Format: date-time
             * @description Since when the status holds: the station's time, but never later than its receipt.
             */
            since: string;
            /** @description The station's time as it stood in the message; null where it gave none. */
            stationTimestamp: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description What the station literally said, e.g. SuspendedEV. */
            reportedStatus: string;
            /** @description The station is not connected: the status may have changed. */
            stale: boolean;
            connectorId: number;
        };
        /** @enum {string} */
        OpenReservationState: "requested" | "unknown" | "active";
        OpenReservationView: {
            /** Format: uuid */
            id: string;
            reservationId: number;
            evseId: number | null;
            state: components["schemas"]["OpenReservationState"];
            /** Format: date-time */
            expiresAt: string;
        };
        EvseView: {
            /** @description What was said about the EVSE as a whole; null where only its connectors report. */
            status: components["schemas"]["StatusView"] | null;
            connectors: components["schemas"]["ConnectorView"][];
            /** @description What is reserved of this EVSE by name. */
            reservations: components["schemas"]["OpenReservationView"][];
            evseId: number;
        };
        DeviationView: {
            /** Format: date-time */
            lastAt: string;
            /** @description Name of the leniency rule. */
            rule: string;
            /** @description How often it was applied. */
            count: number;
        };
        RegisteredStationView: {
            name: string | null;
            location: {
                [key: string]: unknown;
            } | null;
            timeZone: string | null;
            /** @description Versions that may be negotiated; null: all that are enabled. */
            allowedVersions: components["schemas"]["OcppVersion"][] | null;
            /** @enum {number} */
            securityProfile: 0 | 1 | 2 | 3;
            rules: components["schemas"]["StationRulesDto"];
            /** @description The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once. */
            registrationStatus: components["schemas"]["RegistrationStatus"];
            /**
             * @description What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the
             *     station by the lower of this and registrationStatus.
             */
            bootAnswer: components["schemas"]["RegistrationStatus"] | null;
            /** Format: date-time */
            firstAcceptedAt: string | null;
            /** @description Of the present connection, or of the last one. */
            ocppVersion: components["schemas"]["OcppVersion"] | null;
            remoteAddress: string | null;
            /** Format: date-time */
            connectedAt: string | null;
            /** Format: date-time */
            disconnectedAt: string | null;
            disconnectReason: string | null;
            /**
             * Format: date-time
             * @description When the last message or sign of life came.
             */
            lastSeenAt: string | null;
            /** @description How far the station's clock is ahead, negative: behind; null where no message told yet. */
            clockDifferenceSeconds: number | null;
            vendor: string | null;
            model: string | null;
            serialNumber: string | null;
            /** @description OCPP 1.6 only. */
            chargeBoxSerialNumber: string | null;
            firmwareVersion: string | null;
            /** @description ICCID of the modem's SIM card. */
            iccid: string | null;
            /** @description IMSI of the modem's SIM card. */
            imsi: string | null;
            /** @description OCPP 1.6 only. */
            meterType: string | null;
            /** @description OCPP 1.6 only. */
            meterSerialNumber: string | null;
            /** @description OCPP 2.x only: why the station booted. */
            bootReason: string | null;
            /**
             * Format: date-time
             * @description When the last BootNotification came; it proves no reboot.
             */
            bootedAt: string | null;
            /** @description What was said about the station as a whole; null where only its EVSEs report. */
            status: components["schemas"]["StatusView"] | null;
            evses: components["schemas"]["EvseView"][];
            /** @description All that is reserved here, also of no particular EVSE. */
            reservations: components["schemas"]["OpenReservationView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Leniency rules that the station needed, most frequent first. */
            deviations: components["schemas"]["DeviationView"][];
            /** @description The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
            passwordHex: string | null;
            /** @description What the station sends as its HTTP Basic password. Not stored: note it down now. */
            password: string;
            /** @description The identity, as registered. */
            stationId: string;
            labels: string[];
            connected: boolean;
            /** @description What the station is told at its boot, before the jitter of a fifth either way. */
            heartbeatIntervalSeconds: number;
            /** @description The clock is off by more than a minute. */
            clockSuspect: boolean;
        };
        StationView: {
            name: string | null;
            location: {
                [key: string]: unknown;
            } | null;
            timeZone: string | null;
            /** @description Versions that may be negotiated; null: all that are enabled. */
            allowedVersions: components["schemas"]["OcppVersion"][] | null;
            /** @enum {number} */
            securityProfile: 0 | 1 | 2 | 3;
            rules: components["schemas"]["StationRulesDto"];
            /** @description The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once. */
            registrationStatus: components["schemas"]["RegistrationStatus"];
            /**
             * @description What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the
             *     station by the lower of this and registrationStatus.
             */
            bootAnswer: components["schemas"]["RegistrationStatus"] | null;
            /** Format: date-time */
            firstAcceptedAt: string | null;
            /** @description Of the present connection, or of the last one. */
            ocppVersion: components["schemas"]["OcppVersion"] | null;
            remoteAddress: string | null;
            /** Format: date-time */
            connectedAt: string | null;
            /** Format: date-time */
            disconnectedAt: string | null;
            disconnectReason: string | null;
            /**
             * Format: date-time
             * @description When the last message or sign of life came.
             */
            lastSeenAt: string | null;
            /** @description How far the station's clock is ahead, negative: behind; null where no message told yet. */
            clockDifferenceSeconds: number | null;
            vendor: string | null;
            model: string | null;
            serialNumber: string | null;
            /** @description OCPP 1.6 only. */
            chargeBoxSerialNumber: string | null;
            firmwareVersion: string | null;
            /** @description ICCID of the modem's SIM card. */
            iccid: string | null;
            /** @description IMSI of the modem's SIM card. */
            imsi: string | null;
            /** @description OCPP 1.6 only. */
            meterType: string | null;
            /** @description OCPP 1.6 only. */
            meterSerialNumber: string | null;
            /** @description OCPP 2.x only: why the station booted. */
            bootReason: string | null;
            /**
             * Format: date-time
             * @description When the last BootNotification came; it proves no reboot.
             */
            bootedAt: string | null;
            /** @description What was said about the station as a whole; null where only its EVSEs report. */
            status: components["schemas"]["StatusView"] | null;
            evses: components["schemas"]["EvseView"][];
            /** @description All that is reserved here, also of no particular EVSE. */
            reservations: components["schemas"]["OpenReservationView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The identity, as registered. */
            stationId: string;
            labels: string[];
            connected: boolean;
            /** @description What the station is told at its boot, before the jitter of a fifth either way. */
            heartbeatIntervalSeconds: number;
            /** @description The clock is off by more than a minute. */
            clockSuspect: boolean;
        };
        StationPage: {
            items: components["schemas"]["StationView"][];
            nextCursor: string | null;
        };
        StationDetailView: {
            name: string | null;
            location: {
                [key: string]: unknown;
            } | null;
            timeZone: string | null;
            /** @description Versions that may be negotiated; null: all that are enabled. */
            allowedVersions: components["schemas"]["OcppVersion"][] | null;
            /** @enum {number} */
            securityProfile: 0 | 1 | 2 | 3;
            rules: components["schemas"]["StationRulesDto"];
            /** @description The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once. */
            registrationStatus: components["schemas"]["RegistrationStatus"];
            /**
             * @description What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the
             *     station by the lower of this and registrationStatus.
             */
            bootAnswer: components["schemas"]["RegistrationStatus"] | null;
            /** Format: date-time */
            firstAcceptedAt: string | null;
            /** @description Of the present connection, or of the last one. */
            ocppVersion: components["schemas"]["OcppVersion"] | null;
            remoteAddress: string | null;
            /** Format: date-time */
            connectedAt: string | null;
            /** Format: date-time */
            disconnectedAt: string | null;
            disconnectReason: string | null;
            /**
             * Format: date-time
             * @description When the last message or sign of life came.
             */
            lastSeenAt: string | null;
            /** @description How far the station's clock is ahead, negative: behind; null where no message told yet. */
            clockDifferenceSeconds: number | null;
            vendor: string | null;
            model: string | null;
            serialNumber: string | null;
            /** @description OCPP 1.6 only. */
            chargeBoxSerialNumber: string | null;
            firmwareVersion: string | null;
            /** @description ICCID of the modem's SIM card. */
            iccid: string | null;
            /** @description IMSI of the modem's SIM card. */
            imsi: string | null;
            /** @description OCPP 1.6 only. */
            meterType: string | null;
            /** @description OCPP 1.6 only. */
            meterSerialNumber: string | null;
            /** @description OCPP 2.x only: why the station booted. */
            bootReason: string | null;
            /**
             * Format: date-time
             * @description When the last BootNotification came; it proves no reboot.
             */
            bootedAt: string | null;
            /** @description What was said about the station as a whole; null where only its EVSEs report. */
            status: components["schemas"]["StatusView"] | null;
            evses: components["schemas"]["EvseView"][];
            /** @description All that is reserved here, also of no particular EVSE. */
            reservations: components["schemas"]["OpenReservationView"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Leniency rules that the station needed, most frequent first. */
            deviations: components["schemas"]["DeviationView"][];
            /** @description The identity, as registered. */
            stationId: string;
            labels: string[];
            connected: boolean;
            /** @description What the station is told at its boot, before the jitter of a fifth either way. */
            heartbeatIntervalSeconds: number;
            /** @description The clock is off by more than a minute. */
            clockSuspect: boolean;
        };
        ChangeStation: {
            name?: string | null;
            /** @description Any words to find the station by. */
            labels?: string[];
            /** @description Where it stands, e.g. {latitude, longitude, address}; kept as given. */
            location?: {
                [key: string]: unknown;
            } | null;
            /** @description IANA name, e.g. Europe/Berlin. */
            timeZone?: string | null;
            /** @description Versions that the station may negotiate; null: all that are enabled. */
            allowedVersions?: components["schemas"]["OcppVersion"][] | null;
            /**
             * @description How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,
             *     3 by client certificate. 1 unless given at the registration.
             * @enum {number}
             */
            securityProfile?: 0 | 1 | 2 | 3;
            /**
             * @description What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
             *     with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
             *     once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
             *     the registration.
             */
            registrationStatus?: components["schemas"]["RegistrationStatus"];
            /** @description Only the rules that are given change. */
            rules?: components["schemas"]["StationRulesDto"];
        };
        StationPassword: {
            /** @description 16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey. */
            password?: string;
            /** @description The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey. */
            passwordHex?: string;
        };
        StationCredentialsView: {
            /** @description The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
            passwordHex: string | null;
            stationId: string;
            /** @description What the station sends as its HTTP Basic password. Not stored: note it down now. */
            password: string;
        };
        MessagePage: {
            items: components["schemas"]["MessageView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        RefusalReason: "unknown-identity" | "no-credentials" | "wrong-user" | "wrong-password" | "too-many-failures" | "insecure-transport" | "no-common-version" | "starting-or-stopping";
        RefusedIdentityView: {
            /** Format: uuid */
            id: string;
            reason: components["schemas"]["RefusalReason"];
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            /** @description As it stood in the URL. */
            identity: string;
            remoteAddress: string;
            /** @description How often. */
            count: number;
        };
        RefusedIdentityPage: {
            items: components["schemas"]["RefusedIdentityView"][];
            nextCursor: string | null;
        };
        RegisterRefusedIdentity: {
            name?: string | null;
            /** @description Any words to find the station by. */
            labels?: string[];
            /** @description Where it stands, e.g. {latitude, longitude, address}; kept as given. */
            location?: {
                [key: string]: unknown;
            } | null;
            /** @description IANA name, e.g. Europe/Berlin. */
            timeZone?: string | null;
            /** @description Versions that the station may negotiate; null: all that are enabled. */
            allowedVersions?: components["schemas"]["OcppVersion"][] | null;
            /**
             * @description How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,
             *     3 by client certificate. 1 unless given at the registration.
             * @enum {number}
             */
            securityProfile?: 0 | 1 | 2 | 3;
            /**
             * @description What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
             *     with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
             *     once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
             *     the registration.
             */
            registrationStatus?: components["schemas"]["RegistrationStatus"];
            /** @description Only the rules that are given change. */
            rules?: components["schemas"]["StationRulesDto"];
            /** @description 16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey. */
            password?: string;
            /** @description The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey. */
            passwordHex?: string;
        };
        /** @enum {string} */
        AttributeType: "Actual" | "Target" | "MinSet" | "MaxSet";
        /**
         * @description In 2.0.1 words; null: the station was not asked in time, or said nothing about it.
         * @enum {string}
         */
        VariableStatus: "Accepted" | "Rejected" | "UnknownComponent" | "UnknownVariable" | "NotSupportedAttributeType" | "RebootRequired";
        VariableResultView: {
            componentInstance?: string | null;
            evseId?: number | null;
            connectorId?: number | null;
            instance?: string | null;
            attributeType?: components["schemas"]["AttributeType"] | null;
            /** @description In 2.0.1 words; null: the station was not asked in time, or said nothing about it. */
            status: components["schemas"]["VariableStatus"] | null;
            /** @description What the station literally said; null where its version has no word for it. */
            reportedStatus: string | null;
            /** @description The station's reason, where it gave one. */
            statusInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description What it is, or is to be; secrets masked. null: it has none, or may not be read. */
            value: string | null;
            /** @description OCPP 1.6 only: whether it can be changed. */
            readOnly: boolean | null;
            component: string;
            variable: string;
        };
        VariablesView: {
            /**
             * Format: uuid
             * @description By which `GET /commands/{commandId}` finds it.
             */
            commandId: string;
            /** @description `queued` and `sent` may still change; the others are final. */
            state: components["schemas"]["CommandState"];
            /** @description What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
            status: string | null;
            /** @description The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The payload that was sent, secrets masked. */
            request: {
                [key: string]: unknown;
            };
            /** @description The payload that the station answered, secrets masked. */
            response: {
                [key: string]: unknown;
            } | null;
            /** @description Why there is no answer: a `reason`, and what the station said where it said something. */
            error: {
                [key: string]: unknown;
            } | null;
            /** @description In requests to start: the number by which the station tells which transaction came of it. */
            remoteStartId: number | null;
            /**
             * Format: uuid
             * @description The transaction that came of it, or that it is about.
             */
            transactionId: string | null;
            /**
             * @description While it is queued: what it waits for beyond its turn. `station`: that the station is connected and accepted; else
             *     the name of a condition, e.g. `no-transaction`.
             */
            waitsFor: string | null;
            /**
             * Format: date-time
             * @description Of a command that is kept until it can be sent: when it is given up.
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it left for the station; null: it never did.
             */
            sentAt: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            /** @description Every message that it took, in their order. */
            commandIds: string[];
            results: components["schemas"]["VariableResultView"][];
            /** @description Whether a change holds only after a reset. */
            rebootRequired: boolean;
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        VariableName: {
            /** @description E.g. OCPPCommCtrlr, or ConfigurationKey for keys of 1.6 that have no variable. */
            component: string;
            /** @description Of the component, where it has several. */
            componentInstance?: string;
            /** @description Absent: the station. */
            evseId?: number;
            connectorId?: number;
            /** @description E.g. HeartbeatInterval. */
            variable: string;
            /** @description Of the variable, where it has several. */
            instance?: string;
            /** @description Actual where it is absent. */
            attributeType?: components["schemas"]["AttributeType"];
        };
        ReadVariables: {
            variables: components["schemas"]["VariableName"][];
        };
        VariableChange: {
            /** @description E.g. OCPPCommCtrlr, or ConfigurationKey for keys of 1.6 that have no variable. */
            component: string;
            /** @description Of the component, where it has several. */
            componentInstance?: string;
            /** @description Absent: the station. */
            evseId?: number;
            connectorId?: number;
            /** @description E.g. HeartbeatInterval. */
            variable: string;
            /** @description Of the variable, where it has several. */
            instance?: string;
            /** @description Actual where it is absent. */
            attributeType?: components["schemas"]["AttributeType"];
            /** @description As a text, whatever its type: `true`, `30`, `A,B`. */
            value: string;
        };
        ChangeVariables: {
            variables: components["schemas"]["VariableChange"][];
        };
        /** @enum {string} */
        OperationalStatus: "Operative" | "Inoperative";
        ChangeAvailabilityRequest: {
            operationalStatus: components["schemas"]["OperationalStatus"];
            /** @description Absent: the whole station. */
            evseId?: number;
            /** @description Absent: the EVSE with all its connectors. OCPP 2.0.1 only; 1.6 stations have connector 1 of each EVSE. */
            connectorId?: number;
        };
        /**
         * @description The operator's word: Blocked and Invalid refuse the token, whatever its expiry.
         * @enum {string}
         */
        IdTokenStatus: "Accepted" | "Blocked" | "Invalid";
        /**
         * @description Tells tokens of equal value apart for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443.
         * @enum {string}
         */
        IdTokenType: "Central" | "eMAID" | "ISO14443" | "ISO15693" | "KeyCode" | "Local" | "MacAddress" | "NoAuthorization";
        CreateIdToken: {
            /** @description The operator's word: Blocked and Invalid refuse the token, whatever its expiry. */
            status?: components["schemas"]["IdTokenStatus"];
            /**
             * Format: date-time
             * @description When the token ceases to be valid, RFC 3339 with zone; null: never. Stations drop it from their caches then.
             */
            expiresAt?: string | null;
            /** @description Tokens of one group may stop each other's transactions; null: none. 1.6 stations are told up to 20 characters. */
            groupId?: string | null;
            /** @description For operators; stations never see it. */
            note?: string | null;
            /** @description Tells tokens of equal value apart for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
            type: components["schemas"]["IdTokenType"];
            /** @description As printed or read from the token; letter case does not count. 1.6 stations present 20 characters at most. */
            value: string;
        };
        IdTokenView: {
            /** @description As registered; null for a KeyCode: a PIN code is never shown again. */
            value: string | null;
            type: components["schemas"]["IdTokenType"];
            /** @description The operator's word. A token whose `expiresAt` has passed is Expired to stations all the same. */
            status: components["schemas"]["IdTokenStatus"];
            /** Format: date-time */
            expiresAt: string | null;
            groupId: string | null;
            note: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            id: string;
        };
        IdTokenPage: {
            items: components["schemas"]["IdTokenView"][];
            nextCursor: string | null;
        };
        UpdateIdToken: {
            /** @description The operator's word: Blocked and Invalid refuse the token, whatever its expiry. */
            status?: components["schemas"]["IdTokenStatus"];
            /**
             * Format: date-time
             * @description When the token ceases to be valid, RFC 3339 with zone; null: never. Stations drop it from their caches then.
             */
            expiresAt?: string | null;
            /** @description Tokens of one group may stop each other's transactions; null: none. 1.6 stations are told up to 20 characters. */
            groupId?: string | null;
            /** @description For operators; stations never see it. */
            note?: string | null;
        };
        /**
         * @description `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx).
         * @enum {string}
         */
        ConcurrentTransactions: "allowed" | "refused";
        IdTokenGroupView: {
            /** @description `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx). */
            concurrentTransactions: components["schemas"]["ConcurrentTransactions"];
            groupId: string;
        };
        IdTokenGroupPage: {
            items: components["schemas"]["IdTokenGroupView"][];
            nextCursor: string | null;
        };
        IdTokenGroupRules: {
            /** @description `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx). */
            concurrentTransactions: components["schemas"]["ConcurrentTransactions"];
        };
        /** @enum {string} */
        TransactionState: "active" | "ended";
        /** @enum {string} */
        CompletenessState: "complete" | "incomplete" | "unknown";
        TransactionToken: {
            /** @description A PIN is shown as **** */
            value: string;
            type: string;
        };
        /**
         * @description Its own end has not come, and it was closed by: next-transaction, a later one on its EVSE; stale, a long silence of the connected station; station-away; connector-available; not-ongoing, the word of the station when it was asked; operator. Its own end, when it comes, takes the place of that
         * @enum {string}
         */
        ClosedBy: "next-transaction" | "stale" | "station-away" | "connector-available" | "not-ongoing" | "operator";
        CorrectableView: {
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            meterStartWh: number | null;
            meterStopWh: number | null;
            energyWh: number | null;
            idToken: components["schemas"]["TransactionToken"] | null;
        };
        CompletenessView: {
            /**
             * @description `complete`: begin and end came, and nothing between them is missing. `incomplete`: something has not come; with
             *     `messagesInQueue` false it never will. `unknown`: the transaction still runs, and so far nothing is missing.
             */
            state: components["schemas"]["CompletenessState"];
            /** @description The seqNos that have not come, as ranges [from, to]; none in OCPP 1.6, which has no numbers */
            missingSeqNos: number[][];
            /** @description What the station last said when it was asked: whether messages still wait there; null: never asked */
            messagesInQueue: boolean | null;
            /** @description What the station last said when it was asked: whether the transaction goes on */
            ongoing: boolean | null;
            /**
             * Format: date-time
             * @description When the station last said that
             */
            checkedAt: string | null;
        };
        TransactionView: {
            /** Format: uuid */
            id: string;
            evseId: number | null;
            connectorId: number | null;
            idToken: components["schemas"]["TransactionToken"] | null;
            state: components["schemas"]["TransactionState"];
            /** Format: date-time */
            endedAt: string | null;
            /** @description Seconds from start to end; to now while active */
            durationSeconds: number | null;
            meterStartWh: number | null;
            /** @description The newest value while active, the final one when ended */
            meterStopWh: number | null;
            /** @description Null where it cannot be billed; flags say why */
            energyWh: number | null;
            /** @description Charging, EVConnected, SuspendedEV, SuspendedEVSE or Idle */
            chargingState: string | null;
            /** @description In OCPP 2.0.1 words, e.g. Local, Remote, EVDisconnected */
            stopReason: string | null;
            remoteStartId: number | null;
            reservationId: number | null;
            /**
             * Format: uuid
             * @description The command that asked for it
             */
            commandId: string | null;
            /** @description Its own end has not come, and it was closed by: next-transaction, a later one on its EVSE; stale, a long silence of the connected station; station-away; connector-available; not-ongoing, the word of the station when it was asked; operator. Its own end, when it comes, takes the place of that */
            closedBy: components["schemas"]["ClosedBy"] | null;
            /** @description What counts by the word of the station, where that was corrected */
            original: components["schemas"]["CorrectableView"] | null;
            stationId: string;
            /** @description The id by which the station knows it. */
            ocppTransactionId: string;
            /** @description The version that the station spoke. */
            ocppVersion: string;
            /**
             * Format: date-time
             * @description Station time.
             */
            startedAt: string;
            completeness: components["schemas"]["CompletenessView"];
            /** @description Operators let other values count than the station told; see `/transactions/{id}/corrections`. */
            corrected: boolean;
            /** @description What a person should know before billing, e.g. negative-energy, closed-by-rule, changed-after-correction. */
            flags: string[];
            /**
             * Format: date-time
             * @description When it last changed, by a message, a rule or an operator.
             */
            updatedAt: string;
        };
        TransactionEventView: {
            /** Format: uuid */
            id: string;
            seqNo: number | null;
            /** @description As it stood in the message */
            stationTimestamp: string | null;
            /** @description The payload, where it can be read as JSON */
            payload: {
                [key: string]: unknown;
            } | null;
            /** @description Action, with the event type where there is one. */
            kind: string;
            /**
             * Format: date-time
             * @description Station time, or the time of receipt where it gave none that can be read.
             */
            timestamp: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description The station says that it happened while it was offline. */
            offline: boolean;
            flags: string[];
            /** @description The whole frame as text; secrets are masked. */
            raw: string;
        };
        TransactionEventPage: {
            items: components["schemas"]["TransactionEventView"][];
            nextCursor: string | null;
        };
        CloseTransaction: {
            /** @description For whoever looks at the bill later */
            reason: string;
            /**
             * Format: date-time
             * @description RFC 3339 with zone; not in the future
             */
            endedAt?: string;
            /** @description The register at the end. */
            meterStopWh?: number;
        };
        /** @enum {string} */
        KeptIdTokenType: "Central" | "eMAID" | "ISO14443" | "ISO15693" | "Local" | "MacAddress" | "NoAuthorization";
        CorrectToken: {
            type: components["schemas"]["KeptIdTokenType"];
            value: string;
        };
        CorrectTransaction: {
            /** @description For whoever looks at the bill later */
            reason: string;
            /**
             * Format: date-time
             * @description RFC 3339 with zone; not in the future
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @description RFC 3339 with zone; not in the future
             */
            endedAt?: string;
            meterStartWh?: number;
            meterStopWh?: number;
            /** @description Without it the energy follows from the two registers. */
            energyWh?: number;
            /** @description Who pays. */
            idToken?: components["schemas"]["CorrectToken"];
        };
        /** @enum {string} */
        CorrectionKind: "correction" | "close" | "withdrawal";
        CorrectionView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["CorrectionKind"];
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description The id of the API key
             */
            operatorId: string;
            /**
             * Format: uuid
             * @description What a withdrawal takes back
             */
            withdraws: string | null;
            /** @description The name of the API key at that time. */
            operatorName: string;
            reason: string;
            /** @description What counted until then. */
            before: components["schemas"]["CorrectableView"];
            /** @description What counted from then on. */
            after: components["schemas"]["CorrectableView"];
            /** @description It was taken back since. */
            withdrawn: boolean;
        };
        CorrectionPage: {
            items: components["schemas"]["CorrectionView"][];
            nextCursor: string | null;
        };
        Reasoned: {
            /** @description For whoever looks at the bill later */
            reason: string;
        };
        TransactionPage: {
            items: components["schemas"]["TransactionView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        MeterValueFormat: "Raw" | "SignedData";
        MeterValueView: {
            /** @description In the base unit (Wh, W, A, V ...); null where it is no number, as in signed data. */
            value: number | null;
            unit: string | null;
            /** @description As the station wrote it, where TAU changed it. */
            rawUnit: string | null;
            /** @description L1, L2, L3, N, L1-N ...; null: all phases */
            phase: string | null;
            format: components["schemas"]["MeterValueFormat"];
            /** @description 2.x signed meter value with its public key, as it came */
            signed: {
                [key: string]: unknown;
            } | null;
            evseId: number | null;
            /**
             * Format: date-time
             * @description Station time.
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            receivedAt: string;
            /** @description As in OCPP, e.g. Energy.Active.Import.Register or Power.Active.Import. */
            measurand: string;
            /** @description As the station wrote it, to the byte. */
            rawValue: string;
            /** @description Why it was taken: Sample.Periodic, Transaction.Begin ... */
            context: string;
            /** @description Where it was taken: Outlet, Inlet, EV ... */
            location: string;
        };
        MeterValuePage: {
            items: components["schemas"]["MeterValueView"][];
            nextCursor: string | null;
        };
        AdditionalTokenInfo: {
            additionalIdToken: string;
            /** @description What it is, as agreed between operator and stations. */
            type: string;
        };
        StartToken: {
            type: components["schemas"]["IdTokenType"];
            /** @description For stations of OCPP 2.0 and later; 1.6 cannot be told it. */
            additionalInfo?: components["schemas"]["AdditionalTokenInfo"][];
            /** @description Empty for NoAuthorization only. 1.6 stations take 20 characters at most. */
            value: string;
        };
        NamedToken: {
            type: components["schemas"]["IdTokenType"];
            /** @description Empty for NoAuthorization only. 1.6 stations take 20 characters at most. */
            value: string;
        };
        RequestStartDto: {
            idToken: components["schemas"]["StartToken"];
            /** @description Where to start; without it the station chooses, and may refuse. */
            evseId?: number;
            /**
             * @description The connector of that EVSE. No version can name it: a 1.6 station has connector 1 at each EVSE, at others the cable
             *     decides. Only checked.
             */
            connectorId?: number;
            /**
             * @description The group of the token, so that other tokens of the group may stop the transaction even if the station is offline.
             *     Told to 2.0.1 stations; earlier versions learn the group when the transaction starts.
             */
            groupIdToken?: components["schemas"]["NamedToken"];
        };
        /**
         * @description 1.6 stations know all but PublishFirmwareStatusNotification, SignCombinedCertificate, SignV2GCertificate and
         *     TransactionEvent. LogStatusNotification, SignChargingStationCertificate and SignedFirmwareStatusNotification belong
         *     to the security extension of 1.6; later versions say DiagnosticsStatusNotification and
         *     SignedFirmwareStatusNotification as LogStatusNotification and FirmwareStatusNotification.
         * @enum {string}
         */
        TriggeredMessage: "BootNotification" | "DiagnosticsStatusNotification" | "FirmwareStatusNotification" | "Heartbeat" | "LogStatusNotification" | "MeterValues" | "PublishFirmwareStatusNotification" | "SignChargingStationCertificate" | "SignCombinedCertificate" | "SignV2GCertificate" | "SignedFirmwareStatusNotification" | "StatusNotification" | "TransactionEvent";
        TriggerMessageDto: {
            /**
             * @description 1.6 stations know all but PublishFirmwareStatusNotification, SignCombinedCertificate, SignV2GCertificate and
             *     TransactionEvent. LogStatusNotification, SignChargingStationCertificate and SignedFirmwareStatusNotification belong
             *     to the security extension of 1.6; later versions say DiagnosticsStatusNotification and
             *     SignedFirmwareStatusNotification as LogStatusNotification and FirmwareStatusNotification.
             */
            requestedMessage: components["schemas"]["TriggeredMessage"];
            /** @description Absent: every EVSE, or whatever the message is about. 2.0.1 wants a StatusNotification of one connector. */
            evseId?: number;
            /** @description A connector of that EVSE; for a StatusNotification of 2.0.1 connector 1 where it is absent. */
            connectorId?: number;
        };
        UnlockConnectorDto: {
            /** @description A connector of that EVSE; connector 1 where it is absent. 1.6 stations have no other. */
            connectorId?: number;
            evseId: number;
        };
        SecurityEventView: {
            /**
             * Format: date-time
             * @description When it happened, by the station's clock; the time of receipt where that cannot be true.
             */
            timestamp: string;
            /** @description The time as the station wrote it, where `timestamp` does not say the same. */
            stationTimestamp: string | null;
            /** @description What the manufacturer adds. */
            techInfo: string | null;
            /** Format: date-time */
            receivedAt: string;
            id: string;
            stationId: string;
            /** @description As the station named it, e.g. TamperDetectionActivated; manufacturers have types of their own. */
            type: string;
            /** @description Whether the standard calls events of this type critical. */
            critical: boolean;
        };
        SecurityEventPage: {
            items: components["schemas"]["SecurityEventView"][];
            nextCursor: string | null;
        };
        CertificateRequestView: {
            /** @description ChargingStationCertificate or V2GCertificate; null where the station did not say, and in 1.6, which knows one kind. */
            certificateType: string | null;
            /**
             * @description What the station was answered.
             * @enum {string}
             */
            status: "Accepted" | "Rejected";
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            id: string;
            /** @description PEM, as the station sent it; nothing in it was checked. */
            csr: string;
            /** @description How often the station asked for the same. */
            count: number;
        };
        CertificateRequestPage: {
            items: components["schemas"]["CertificateRequestView"][];
            nextCursor: string | null;
        };
        SendDataDto: {
            /** @description Any JSON, up to 64 KiB. A 1.6 station gets a text as it is and anything else as the text of its JSON. Fields whose name sounds like a secret (password, secret, token, PIN ...) reach the station, but are masked in what TAU keeps. */
            data?: Record<string, never>;
            /** @description Who made up the words, e.g. `com.example` */
            vendorId: string;
            /** @description Which of the vendor's messages it is. */
            messageId?: string;
        };
        /** @enum {string} */
        DataTransferDirection: "from-station" | "to-station";
        /** @enum {string} */
        DataTransferStatus: "Accepted" | "Rejected" | "UnknownMessageId" | "UnknownVendorId";
        DataTransferView: {
            /**
             * Format: uuid
             * @description Of what was said to a station: its `commandId`.
             */
            id: string;
            direction: components["schemas"]["DataTransferDirection"];
            ocppVersion: components["schemas"]["OcppVersion"];
            messageId: string | null;
            /** @description Any JSON; null where there is none, and in lists where it is long. */
            data: {
                [key: string]: unknown;
            } | null;
            /** @description Characters of `data` as JSON; 0 where there is none. Lists leave out more than 4096. */
            dataLength: number;
            /** @description What it was answered: Accepted, Rejected, UnknownMessageId or UnknownVendorId; null without an answer. */
            status: string | null;
            /** @description {reasonCode, additionalInfo} of the answer, in 2.0.1. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The data of the answer; null where there is none, and in lists where it is long. */
            responseData: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When it came, or was asked.
             */
            at: string;
            vendorId: string;
        };
        DataTransferPage: {
            items: components["schemas"]["DataTransferView"][];
            nextCursor: string | null;
        };
        VendorView: {
            /** @description null: all of them. */
            messageIds: string[] | null;
            /** Format: date-time */
            changedAt: string;
            vendorId: string;
        };
        VendorList: {
            items: components["schemas"]["VendorView"][];
        };
        DeclareVendor: {
            /** @description The ids of those that are accepted; absent: all, also those without an id. Others are answered UnknownMessageId. */
            messageIds?: string[];
        };
        /** @enum {string} */
        ReservationState: "requested" | "unknown" | "active" | "refused" | "used" | "expired" | "cancelled" | "removed" | "replaced";
        ReservedTokenInfo: {
            additionalIdToken: string;
            type: string;
        };
        ReservedTokenView: {
            additionalInfo: components["schemas"]["ReservedTokenInfo"][] | null;
            /** @description A PIN code is shown as ****. */
            value: string;
            type: string;
        };
        /**
         * @description `asked`: an operator asked for it; `answered`: the station answered ReserveNow; `no-answer`: the station gave no answer that tells: it may hold the reservation or not; `call-error`: the station answered ReserveNow with an error; `not-sent`: ReserveNow was never sent; `status-update`: the station said so by ReservationStatusUpdate; `clock`: its time is over by the clock of TAU; `named-by-transaction`: a transaction of its token, or of its group, says that it uses it; `token-charges`: its token, or one of its group, charges there without naming it; `named-by-other-token`: a transaction of another token says that it uses it; `other-token-charges`: another token charges at the EVSE that is reserved; `cancel-accepted`: the station cancelled it as it was asked; `cancel-rejected`: the station would not cancel it, and still shows the EVSE as Reserved; `unknown-to-station`: the station was to cancel it, and does not know it; `evse-reserved`: the station shows the EVSE as Reserved; `evse-available`: the station shows the EVSE as Available; `evse-faulted`: the station shows the EVSE as Faulted; `evse-unavailable`: the station shows the EVSE as Unavailable; `replaced-by-other`: another reservation took its number and its place; `station-archived`: the station left the inventory
         * @enum {string}
         */
        ReservationReason: "asked" | "answered" | "no-answer" | "call-error" | "not-sent" | "status-update" | "clock" | "named-by-transaction" | "token-charges" | "named-by-other-token" | "other-token-charges" | "cancel-accepted" | "cancel-rejected" | "unknown-to-station" | "evse-reserved" | "evse-available" | "evse-faulted" | "evse-unavailable" | "replaced-by-other" | "station-archived";
        ReservationView: {
            /** Format: uuid */
            id: string;
            /** @description The number by which the station knows it. */
            reservationId: number;
            /** @description Null: whichever EVSE the station chooses. */
            evseId: number | null;
            connectorId: number | null;
            connectorType: string | null;
            /** @description Any token of this group may use it as well. */
            groupIdToken: components["schemas"]["ReservedTokenView"] | null;
            /** Format: date-time */
            expiresAt: string;
            /**
             * @description `requested`: the station has not answered yet. `unknown`: it never did, so that it may hold the reservation or not;
             *     its statuses, messages and transactions will tell. `active`: it holds it. The others are ends.
             */
            state: components["schemas"]["ReservationState"];
            /** @description `asked`: an operator asked for it; `answered`: the station answered ReserveNow; `no-answer`: the station gave no answer that tells: it may hold the reservation or not; `call-error`: the station answered ReserveNow with an error; `not-sent`: ReserveNow was never sent; `status-update`: the station said so by ReservationStatusUpdate; `clock`: its time is over by the clock of TAU; `named-by-transaction`: a transaction of its token, or of its group, says that it uses it; `token-charges`: its token, or one of its group, charges there without naming it; `named-by-other-token`: a transaction of another token says that it uses it; `other-token-charges`: another token charges at the EVSE that is reserved; `cancel-accepted`: the station cancelled it as it was asked; `cancel-rejected`: the station would not cancel it, and still shows the EVSE as Reserved; `unknown-to-station`: the station was to cancel it, and does not know it; `evse-reserved`: the station shows the EVSE as Reserved; `evse-available`: the station shows the EVSE as Available; `evse-faulted`: the station shows the EVSE as Faulted; `evse-unavailable`: the station shows the EVSE as Unavailable; `replaced-by-other`: another reservation took its number and its place; `station-archived`: the station left the inventory */
            reason: components["schemas"]["ReservationReason"];
            /** @description What the station answered to ReserveNow, e.g. Accepted or Occupied; null without an answer. */
            status: string | null;
            /** @description The version in which the station was asked; null as long as it was not. */
            ocppVersion: string | null;
            /**
             * Format: uuid
             * @description The ReserveNow that made it; the command tells the answer in full.
             */
            commandId: string;
            /**
             * Format: uuid
             * @description The last CancelReservation.
             */
            cancelCommandId: string | null;
            /**
             * Format: uuid
             * @description The transaction that used it.
             */
            transactionId: string | null;
            /**
             * Format: uuid
             * @description The reservation whose number it took.
             */
            replaces: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Since when the station is known to hold it.
             */
            activeAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            updatedAt: string;
            stationId: string;
            idToken: components["schemas"]["ReservedTokenView"];
            /**
             * @description What a person should look at: `named-by-other-token`, `other-token-charges` and `cancel-rejected`, as the history
             *     tells in detail.
             */
            flags: string[];
        };
        ReservationPage: {
            items: components["schemas"]["ReservationView"][];
            nextCursor: string | null;
        };
        ReservationChangeView: {
            /** Format: date-time */
            at: string;
            /** @description Null for the first one. */
            from: components["schemas"]["ReservationState"] | null;
            /** @description Equal to `from` where it was only noted. */
            to: components["schemas"]["ReservationState"];
            /** @description `asked`: an operator asked for it; `answered`: the station answered ReserveNow; `no-answer`: the station gave no answer that tells: it may hold the reservation or not; `call-error`: the station answered ReserveNow with an error; `not-sent`: ReserveNow was never sent; `status-update`: the station said so by ReservationStatusUpdate; `clock`: its time is over by the clock of TAU; `named-by-transaction`: a transaction of its token, or of its group, says that it uses it; `token-charges`: its token, or one of its group, charges there without naming it; `named-by-other-token`: a transaction of another token says that it uses it; `other-token-charges`: another token charges at the EVSE that is reserved; `cancel-accepted`: the station cancelled it as it was asked; `cancel-rejected`: the station would not cancel it, and still shows the EVSE as Reserved; `unknown-to-station`: the station was to cancel it, and does not know it; `evse-reserved`: the station shows the EVSE as Reserved; `evse-available`: the station shows the EVSE as Available; `evse-faulted`: the station shows the EVSE as Faulted; `evse-unavailable`: the station shows the EVSE as Unavailable; `replaced-by-other`: another reservation took its number and its place; `station-archived`: the station left the inventory */
            reason: components["schemas"]["ReservationReason"];
            /**
             * Format: uuid
             * @description The command that led to it.
             */
            commandId: string | null;
            /**
             * Format: uuid
             * @description The transaction that led to it.
             */
            transactionId: string | null;
            /** @description The payload of the station's ReservationStatusUpdate, as it came. */
            said: {
                [key: string]: unknown;
            } | null;
        };
        ReservationDetailView: {
            /** Format: uuid */
            id: string;
            /** @description The number by which the station knows it. */
            reservationId: number;
            /** @description Null: whichever EVSE the station chooses. */
            evseId: number | null;
            connectorId: number | null;
            connectorType: string | null;
            /** @description Any token of this group may use it as well. */
            groupIdToken: components["schemas"]["ReservedTokenView"] | null;
            /** Format: date-time */
            expiresAt: string;
            /**
             * @description `requested`: the station has not answered yet. `unknown`: it never did, so that it may hold the reservation or not;
             *     its statuses, messages and transactions will tell. `active`: it holds it. The others are ends.
             */
            state: components["schemas"]["ReservationState"];
            /** @description `asked`: an operator asked for it; `answered`: the station answered ReserveNow; `no-answer`: the station gave no answer that tells: it may hold the reservation or not; `call-error`: the station answered ReserveNow with an error; `not-sent`: ReserveNow was never sent; `status-update`: the station said so by ReservationStatusUpdate; `clock`: its time is over by the clock of TAU; `named-by-transaction`: a transaction of its token, or of its group, says that it uses it; `token-charges`: its token, or one of its group, charges there without naming it; `named-by-other-token`: a transaction of another token says that it uses it; `other-token-charges`: another token charges at the EVSE that is reserved; `cancel-accepted`: the station cancelled it as it was asked; `cancel-rejected`: the station would not cancel it, and still shows the EVSE as Reserved; `unknown-to-station`: the station was to cancel it, and does not know it; `evse-reserved`: the station shows the EVSE as Reserved; `evse-available`: the station shows the EVSE as Available; `evse-faulted`: the station shows the EVSE as Faulted; `evse-unavailable`: the station shows the EVSE as Unavailable; `replaced-by-other`: another reservation took its number and its place; `station-archived`: the station left the inventory */
            reason: components["schemas"]["ReservationReason"];
            /** @description What the station answered to ReserveNow, e.g. Accepted or Occupied; null without an answer. */
            status: string | null;
            /** @description The version in which the station was asked; null as long as it was not. */
            ocppVersion: string | null;
            /**
             * Format: uuid
             * @description The ReserveNow that made it; the command tells the answer in full.
             */
            commandId: string;
            /**
             * Format: uuid
             * @description The last CancelReservation.
             */
            cancelCommandId: string | null;
            /**
             * Format: uuid
             * @description The transaction that used it.
             */
            transactionId: string | null;
            /**
             * Format: uuid
             * @description The reservation whose number it took.
             */
            replaces: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Since when the station is known to hold it.
             */
            activeAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            updatedAt: string;
            history: components["schemas"]["ReservationChangeView"][];
            stationId: string;
            idToken: components["schemas"]["ReservedTokenView"];
            /**
             * @description What a person should look at: `named-by-other-token`, `other-token-charges` and `cancel-rejected`, as the history
             *     tells in detail.
             */
            flags: string[];
        };
        ReservationCommandView: {
            /**
             * Format: uuid
             * @description By which `GET /commands/{commandId}` finds it.
             */
            commandId: string;
            /** @description `queued` and `sent` may still change; the others are final. */
            state: components["schemas"]["CommandState"];
            /** @description What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
            status: string | null;
            /** @description The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The payload that was sent, secrets masked. */
            request: {
                [key: string]: unknown;
            };
            /** @description The payload that the station answered, secrets masked. */
            response: {
                [key: string]: unknown;
            } | null;
            /** @description Why there is no answer: a `reason`, and what the station said where it said something. */
            error: {
                [key: string]: unknown;
            } | null;
            /** @description In requests to start: the number by which the station tells which transaction came of it. */
            remoteStartId: number | null;
            /**
             * Format: uuid
             * @description The transaction that came of it, or that it is about.
             */
            transactionId: string | null;
            /**
             * @description While it is queued: what it waits for beyond its turn. `station`: that the station is connected and accepted; else
             *     the name of a condition, e.g. `no-transaction`.
             */
            waitsFor: string | null;
            /**
             * Format: date-time
             * @description Of a command that is kept until it can be sent: when it is given up.
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it left for the station; null: it never did.
             */
            sentAt: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
            reservation: components["schemas"]["ReservationView"];
        };
        /**
         * @description An EVSE with a connector of this type. Not for 1.6 stations.
         * @enum {string}
         */
        ConnectorType: "cCCS1" | "cCCS2" | "cG105" | "cTesla" | "cType1" | "cType2" | "s309-1P-16A" | "s309-1P-32A" | "s309-3P-16A" | "s309-3P-32A" | "sBS1361" | "sCEE-7-7" | "sType2" | "sType3" | "Other1PhMax16A" | "Other1PhOver16A" | "Other3Ph" | "Pan" | "wInductive" | "wResonant" | "Undetermined" | "Unknown";
        ReserveDto: {
            /**
             * @description Any token of this group may use the reservation as well. Absent: the group that the token is registered in, if any;
             *     null: the token alone.
             */
            groupIdToken?: components["schemas"]["StartToken"] | null;
            /**
             * Format: date-time
             * @description Until when, RFC 3339 with zone; in the future.
             */
            expiresAt: string;
            /** @description Absent: any EVSE; stations may not support that, and OCPP 2.0 cannot say it. */
            evseId?: number;
            /** @description An EVSE with a connector of this type. Not for 1.6 stations. */
            connectorType?: components["schemas"]["ConnectorType"];
            /**
             * Format: uuid
             * @description An open reservation of the same station, by its id, that this one takes the place of: the station keeps its number.
             */
            replaces?: string;
            /** @description The token that the reservation is for. 1.6 stations take 20 characters at most. */
            idToken: components["schemas"]["StartToken"];
            /** @description A connector of that EVSE. OCPP 2.0 only; 1.6 stations have connector 1 of each EVSE. */
            connectorId?: number;
        };
        SigningCertificateView: {
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string;
            subject: string;
            issuer: string;
            serialNumber: string;
            /** @description SHA-256 of the certificate, as hexadecimal digits. */
            fingerprint: string;
            pem: string;
        };
        FirmwareImageView: {
            /** Format: uuid */
            id: string;
            vendor: string | null;
            model: string | null;
            /** @description Bytes. */
            size: number;
            signature: string | null;
            signingCertificate: components["schemas"]["SigningCertificateView"] | null;
            /** Format: date-time */
            createdAt: string;
            name: string;
            version: string;
            fileName: string;
            /** @description Of the content, 64 hexadecimal digits. */
            sha256: string;
            /** @description Whether updates with it are secure ones: signed, and checked against its certificate. */
            signed: boolean;
        };
        FirmwareImagePage: {
            items: components["schemas"]["FirmwareImageView"][];
            nextCursor: string | null;
        };
        ChangeImage: {
            /** @description For people. */
            name?: string;
            /** @description Exactly as stations report it in BootNotification once it is installed: an update ends with that. */
            version?: string;
            /** @description Whose stations it is for, as they say it in BootNotification. Others are not offered it. */
            vendor?: string;
            /** @description Which stations it is for, as they say it in BootNotification. Others are not offered it. */
            model?: string;
            /** @description The name of the file in the URL that stations fetch; some look at its ending. */
            fileName?: string;
            /**
             * Format: base64
             * @description The manufacturer's signature over the SHA-256 of the content, in base64; with it the update is a secure one.
             */
            signature?: string;
            /** @description The certificate in PEM whose key made the signature. */
            signingCertificate?: string;
        };
        EraseIdToken: {
            /** @description Counts for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
            type: components["schemas"]["IdTokenType"];
            /** @description As it was presented; letter case does not count. */
            value: string;
            /** @description Why, e.g. the number of the request; it is kept, so it should not name the driver. */
            reason: string;
        };
        /** @enum {string} */
        IdTokenErasureState: "queued" | "running" | "done";
        IdTokenErasureCounts: {
            /** @description Registered tokens; they are archived */
            idTokens: number;
            transactions: number;
            /** @description Messages that transactions are made from */
            events: number;
            /** @description Entries of the message log */
            messages: number;
            /** @description Commands to stations */
            commands: number;
            /** @description Corrections of transactions by operators */
            corrections: number;
        };
        IdTokenErasureView: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["IdTokenErasureState"];
            type: components["schemas"]["IdTokenType"];
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description What stands where the token stood: the transactions of one token stay together under it. */
            pseudonym: string;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            counts: components["schemas"]["IdTokenErasureCounts"];
        };
        IdTokenErasurePage: {
            items: components["schemas"]["IdTokenErasureView"][];
            nextCursor: string | null;
        };
        /** @description Problem details (RFC 9457); some codes add members */
        Problem: {
            /** @example urn:tau:problem:station-unknown */
            type: string;
            /** @example Not Found */
            title: string;
            /** @example 404 */
            status: number;
            /** @description What is wrong and what to do, for people */
            detail: string;
            /**
             * @description Stable; what programs decide on
             * @example station-unknown
             */
            code: string;
            /** @description The path of the request */
            instance?: string;
            /** @description validation-failed: one line per broken rule */
            errors?: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApiKeys_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiKeys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiKeys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `api-key-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `last-admin-key`: nobody could get in any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Commands_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["CommandState"];
                /** @description What was asked, e.g. RequestStartTransaction. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Commands_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDetailView"];
                };
            };
            /** @description `command-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Commands_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled command */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `command-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `command-not-cancellable`: it was sent already, or has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationCommands_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["CommandState"];
                /** @description What was asked, e.g. RequestStartTransaction. */
                name?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationCommands_call: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
                action: string;
            };
            cookie?: never;
        };
        /** @description The payload */
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                connected?: boolean;
                registrationStatus?: components["schemas"]["RegistrationStatus"];
                /** @description A label, spelled as it was given; where it is given several times, the station has all of them. */
                label?: string[];
                /** @description At least one connector, EVSE or the station as a whole was last reported with it. */
                status?: components["schemas"]["ConnectorStatus"];
                /** @description The version that it speaks, or spoke last. */
                ocppVersion?: components["schemas"]["OcppVersion"];
                /** @description Part of the location, in any letter case: a street, a town, whatever its fields say. */
                location?: string;
                /** @description As the station said it at its last boot. */
                vendor?: string;
                /** @description As the station said it at its last boot. */
                model?: string;
                /** @description As the station said it at its last boot. */
                firmwareVersion?: string;
                /** @description Part of the stationId, name, vendor, model or serial number, in any letter case. */
                search?: string;
                /** @description Registered or changed by operators at or after this time. */
                updatedSince?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterStation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredStationView"];
                };
            };
            /** @description `validation-failed`: what stands in the way, as a sentence */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-exists`: the identity is taken, perhaps in other letter case */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationDetailView"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationDetailView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_renewPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StationPassword"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationCredentialsView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Stations_listMessages: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                direction?: components["schemas"]["MessageDirection"];
                /** @description e.g. BootNotification */
                action?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefusedIdentities_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedIdentityPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefusedIdentities_register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRefusedIdentity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredStationView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `refused-identity-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-exists`: it is registered; its credentials were wrong */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefusedIdentities_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `refused-identity-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Variables_get: {
        parameters: {
            query?: {
                component?: string;
                variable?: string;
                /** @description Of the variable, where it has several. */
                instance?: string;
                /** @description Of the component, where it has several. */
                componentInstance?: string;
                evseId?: number;
                connectorId?: number;
                attributeType?: components["schemas"]["AttributeType"];
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Variables_change: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeVariables"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused`; `variable-protected`: the password of the station is not changed as a variable */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Variables_query: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadVariables"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariablesView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Availability_change: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAvailabilityRequest"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClearCache_clear: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokens_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                type?: components["schemas"]["IdTokenType"];
                status?: components["schemas"]["IdTokenStatus"];
                /** @description The whole value, without regard to letter case. Never finds a KeyCode. */
                value?: string;
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokens_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIdToken"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenView"];
                };
            };
            /** @description `id-token-exists`: an equal token is registered; `id` names it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokens_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenView"];
                };
            };
            /** @description `id-token-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokens_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `id-token-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokens_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateIdToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenView"];
                };
            };
            /** @description `id-token-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenGroups_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenGroupPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenGroups_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As written with the tokens; letter case counts. */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenGroupView"];
                };
            };
            /** @description `id-token-group-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenGroups_setRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As written with the tokens; letter case counts. */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdTokenGroupRules"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenGroupView"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Transactions_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                /** @description Only of this station */
                stationId?: string;
                state?: components["schemas"]["TransactionState"];
                /** @description e.g. incomplete: those whose messages have not all come */
                completeness?: components["schemas"]["CompletenessState"];
                /** @description Only of this token, by its value; letter case does not count. Never finds a PIN */
                token?: string;
                /** @description Only those that started at this time or later */
                from?: string;
                /** @description Only those that started before this time */
                to?: string;
                /** @description Only those that changed at this time or later, the longest unchanged first: for keeping a copy up to date. Ask again from a few seconds before the last answer: what is just being stored appears with the time it was begun */
                updatedSince?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Transactions_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionView"];
                };
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Transactions_readMeterValues: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterValuePage"];
                    "text/csv": string;
                };
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Transactions_events: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionEventPage"];
                };
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionCorrections_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseTransaction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionView"];
                };
            };
            /** @description `validation-failed`: e.g. no reason, or an end before the start */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `transaction-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionCorrections_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionCorrections_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectTransaction"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description `validation-failed`: e.g. no reason, no value, negative energy */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `transaction-active`: it has no end yet that could be corrected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionCorrections_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasoned"];
            };
        };
        responses: {
            /** @description The withdrawal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description `transaction-unknown`, `correction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `correction-withdrawn` already, or `withdrawal-final`: a withdrawal itself */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionStatus_askAbout: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered; `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `transaction-id-reused`: the station has given its id to a later transaction */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TransactionStatus_askStation: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationTransactions_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["TransactionState"];
                /** @description e.g. incomplete: those whose messages have not all come */
                completeness?: components["schemas"]["CompletenessState"];
                /** @description Only of this token, by its value; letter case does not count. Never finds a PIN */
                token?: string;
                /** @description Only those that started at this time or later */
                from?: string;
                /** @description Only those that started before this time */
                to?: string;
                /** @description Only those that changed at this time or later, the longest unchanged first: for keeping a copy up to date. Ask again from a few seconds before the last answer: what is just being stored appears with the time it was begun */
                updatedSince?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoteControl_requestStart: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestStartDto"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationTransactions_unmatched: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionEventPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationTransactions_outside: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterValuePage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoteControl_requestStop: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered; `transaction-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `transaction-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Triggers_trigger: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerMessageDto"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `station-accepted`: a BootNotification can be asked for only until the station is accepted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnlockConnector_unlock: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockConnectorDto"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Security_events: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                /** @description e.g. TamperDetectionActivated, in any letters */
                type?: string;
                /** @description `true`: only critical ones; `false`: only others */
                critical?: "true" | "false";
                /** @description Received at this time or later */
                from?: string;
                /** @description Received before this time */
                to?: string;
                stationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityEventPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Security_eventsOf: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                /** @description e.g. TamperDetectionActivated, in any letters */
                type?: string;
                /** @description `true`: only critical ones; `false`: only others */
                critical?: "true" | "false";
                /** @description Received at this time or later */
                from?: string;
                /** @description Received before this time */
                to?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityEventPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Security_certificateRequests: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateRequestPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DataTransfer_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                direction?: components["schemas"]["DataTransferDirection"];
                /** @description e.g. UnknownVendorId: what nobody understood. */
                status?: components["schemas"]["DataTransferStatus"];
                /** @description Letter case does not count. */
                vendorId?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataTransferPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DataTransfer_send: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendDataDto"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DataTransfer_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataTransferView"];
                };
            };
            /** @description `data-transfer-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Vendors_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorList"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Vendors_declare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareVendor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `vendor-handled`: code of TAU answers this vendor; `too-many-vendors` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Vendors_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `vendor-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reservations_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                /** @description Only of this station */
                stationId?: string;
                state?: components["schemas"]["ReservationState"];
                /** @description true: those that hold or may hold; false: those that ended */
                open?: boolean;
                /** @description Only of this token, by its value; letter case does not count. Never finds a PIN */
                token?: string;
                /** @description The number by which stations know it */
                reservationId?: number;
                /** @description Only what this transaction used */
                transactionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationPage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reservations_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationDetailView"];
                };
            };
            /** @description `reservation-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reservations_cancel: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationCommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationCommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered; `reservation-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `reservation-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationReservations_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["ReservationState"];
                /** @description true: those that hold or may hold; false: those that ended */
                open?: boolean;
                /** @description Only of this token, by its value; letter case does not count. Never finds a PIN */
                token?: string;
                /** @description The number by which stations know it */
                reservationId?: number;
                /** @description Only what this transaction used */
                transactionId?: string;
            };
            header?: never;
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationPage"];
                };
            };
            /** @description `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StationReservations_reserve: {
        parameters: {
            query?: {
                /** @description `refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept and sent, in order, when the station is back and its registration allows it. */
                whenOffline?: "refuse" | "queue";
                /** @description Seconds after which a kept command is given up, unsent */
                ttlSeconds?: number;
            };
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key, route and body sends nothing and gets the answer of the first. */
                "Idempotency-Key"?: string;
            };
            path: {
                stationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveDto"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationCommandView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationCommandView"];
                };
            };
            /** @description `validation-failed`: the request, or the payload made of it, is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered; `reservation-unknown`: what is to be replaced */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `reservation-ended`: what is to be replaced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-busy`: too many commands wait for this station */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-timeout`: the station did not answer in time */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FirmwareImages_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                version?: string;
                vendor?: string;
                model?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareImagePage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FirmwareImages_upload: {
        parameters: {
            query?: {
                /** @description For people. */
                name?: string;
                /** @description Exactly as stations report it in BootNotification once it is installed: an update ends with that. */
                version?: string;
                /** @description Whose stations it is for, as they say it in BootNotification. Others are not offered it. */
                vendor?: string;
                /** @description Which stations it is for, as they say it in BootNotification. Others are not offered it. */
                model?: string;
                /** @description The name of the file in the URL that stations fetch; some look at its ending. */
                fileName?: string;
                /** @description SHA-256 of the content, 64 hexadecimal digits: an image with another one is refused. */
                sha256?: string;
                /** @description The manufacturer's signature over the SHA-256 of the content, in base64; with it the update is a secure one. */
                signature?: string;
                /** @description The certificate in PEM whose key made the signature. */
                signingCertificate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The content, or a form with it */
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareImageView"];
                };
            };
            /** @description `validation-failed`, `checksum-mismatch`, `firmware-signature-invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `file-too-large`: larger than FIRMWARE_MAX_BYTES */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `media-type-unsupported`: JSON, for instance */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FirmwareImages_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareImageView"];
                };
            };
            /** @description `firmware-image-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FirmwareImages_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-image-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FirmwareImages_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeImage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareImageView"];
                };
            };
            /** @description `validation-failed`, `firmware-signature-invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-image-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenErasures_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenErasurePage"];
                };
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenErasures_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseIdToken"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenErasureView"];
                };
            };
            /** @description `id-token-in-use`: a transaction of it runs; `transactionIds` names them */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdTokenErasures_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdTokenErasureView"];
                };
            };
            /** @description `id-token-erasure-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as problem details */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
