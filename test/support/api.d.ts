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
        /**
         * Revoke an API key
         * @description What was asked with it and has not been sent is cancelled within seconds (`api-key-revoked`): commands that are kept for their station, and what is left of bulk commands. What was sent goes on, and so do firmware campaigns: stop those yourself.
         */
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
    "/api/v1/bulk-commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk commands, newest first */
        get: operations["BulkCommands_list"];
        put?: never;
        /**
         * Ask many stations the same
         * @description Which stations are meant is settled now; try a filter with `GET /stations`. `command` is the request that the route of a single station takes; any route with the answer 202 below `/stations/{stationId}` can be named. Each station gets a command of its own, with its own answer. Who is left to be asked outlives a restart.
         */
        post: operations["BulkCommands_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-commands/{bulkCommandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how far a bulk command is */
        get: operations["BulkCommands_read"];
        put?: never;
        post?: never;
        /**
         * Cancel a bulk command
         * @description No further station is asked, and its commands that are still queued are cancelled. What was sent goes on.
         */
        delete: operations["BulkCommands_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-commands/{bulkCommandId}/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the stations of a bulk command with what came of asking them */
        get: operations["BulkCommands_stations"];
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
        /** List stations in the order of their identities; as CSV of all that match with Accept: text/csv */
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
    "/api/v1/stations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register and change stations out of a CSV
         * @description The first line names the columns, in any order: stationId, name, labels, location, timeZone, allowedVersions, securityProfile, registrationStatus, rules, password, passwordHex, connected, ocppVersion, lastSeenAt, vendor, model, serialNumber, firmwareVersion, bootedAt, createdAt, updatedAt. A column that is not there changes nothing; an empty cell clears what may be empty. `,` or `;` between cells, UTF-8. At most 10 MiB and 20,000 rows. Rows are taken over one by one, each wholly or not at all: imported again, what is there already is `unchanged`. A CSV that cannot be read as a whole changes nothing. `labels` and `allowedVersions` are divided by `|`; `location` and `rules` are JSON. A station that is registered already is changed, except for its password; none is archived. A password that was made up is shown once, here.
         */
        post: operations["Stations_import"];
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
    "/api/v1/stations/{stationId}/device-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a station told about its components and variables
         * @description By reports, answers and events, each value with the time at which it was told. A full inventory takes out what the station has no more.
         */
        get: operations["DeviceModel_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/network-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a station accepted into its slots, as far as TAU set it */
        get: operations["NetworkProfiles_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/network-profiles/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the order in which a station tries its slots
         * @description Most stations need a reset for it (`rebootRequired`). To move a station: profile, priority, reset.
         */
        put: operations["NetworkProfiles_prioritize"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/network-profiles/{slot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a network profile into a slot of a station
         * @description OCPP 2.0.1 only. The station is asked first which slot it uses; that one is never overwritten, unless `confirmed` says that you know better.
         */
        put: operations["NetworkProfiles_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reports of a station, newest first; the last fifty are kept */
        get: operations["Reports_list"];
        put?: never;
        /**
         * Ask a station for a report about its components and variables
         * @description The answer says whether the station will report; the report then comes in parts: see `GET /stations/{stationId}/reports/{reportId}`. On OCPP 1.6 it is made of all configuration keys, and complete at once.
         */
        post: operations["Reports_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a report with everything that has come of it */
        get: operations["Reports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a station or an EVSE, at once or when no transaction runs
         * @description `OnIdle` is left to stations of OCPP 2.x, which answer `Scheduled` while a transaction runs. Stations of 1.6 cannot wait: there the command is kept here (202, `waitsFor: no-transaction`) and sent when their transactions have ended; `DELETE /commands/{commandId}` takes it back. What came of it: `GET /stations/{stationId}/resets`.
         */
        post: operations["Reset_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the resets of a station with what came of them, newest first */
        get: operations["Reset_list"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** List id tokens in the order of their registration; as CSV of all that match with Accept: text/csv */
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
    "/api/v1/id-tokens/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register and change id tokens out of a CSV
         * @description The first line names the columns, in any order: value, type, status, expiresAt, cacheExpiresAt, groupId, chargingPriority, language1, language2, personalMessage, validAt, note, id, createdAt, updatedAt. A column that is not there changes nothing; an empty cell clears what may be empty. `,` or `;` between cells, UTF-8. At most 10 MiB and 20,000 rows. Rows are taken over one by one, each wholly or not at all: imported again, what is there already is `unchanged`. A CSV that cannot be read as a whole changes nothing. `personalMessage` and `validAt` are JSON. A token that equals a registered one is changed; none is archived.
         */
        post: operations["IdTokens_import"];
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
    "/api/v1/stations/{stationId}/log-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the logs that a station was asked for, newest first */
        get: operations["LogRequests_list"];
        put?: never;
        /**
         * Ask a station to upload a log
         * @description The station uploads to TAU, by a URL that is good for this one file; `logRequest` follows it, and its file is at `GET /stations/{stationId}/log-requests/{id}/file`. With `remoteLocation` it uploads elsewhere. A station that gives up an upload for this one answers AcceptedCanceled. OCPP 1.6 asks by GetDiagnostics (no status; without a file name there is nothing to upload), for the security log by GetLog of the security extension.
         */
        post: operations["LogRequests_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/log-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a request for a log with all that the station said about it */
        get: operations["LogRequests_read"];
        put?: never;
        post?: never;
        /** Delete a request for a log with its file; one that is under way is cancelled by it */
        delete: operations["LogRequests_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/log-requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a request for a log
         * @description One that waits for its station is not sent. Of one that was sent the upload URL ends: OCPP cannot tell the station, which notices when it uploads.
         */
        post: operations["LogRequests_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/log-requests/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log that came of a request
         * @description Needs the role operator: logs may hold tokens of drivers, and secrets of the station.
         */
        get: operations["LogRequests_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/log-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a station said about uploads, newest first, also about no known request */
        get: operations["LogRequests_statuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log-requests/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log that came of a request
         * @description Needs the role operator: logs may hold tokens of drivers, and secrets of the station.
         */
        get: operations["LogFiles_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/monitoring-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the monitors that a station reported, newest first */
        get: operations["MonitoringReports_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a station reported about its components, newest first */
        get: operations["StationEvents_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the monitors of a station raised, the latest change first */
        get: operations["StationEvents_alarmsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the monitors of all stations raised, the latest change first */
        get: operations["StationEvents_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/customer-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a station was asked about customers, newest first */
        get: operations["CustomerInformation_list"];
        put?: never;
        /**
         * Ask a station to report or clear what it holds about a customer
         * @description Accepted means that it will do so: a report then comes in parts, see `GET /stations/{stationId}/customer-information/{id}`. Invalid means that the station cannot take this kind of reference. OCPP 2.0.1 only. What TAU itself keeps about a token is erased by `POST /id-token-erasures`, and reports about it with it.
         */
        post: operations["CustomerInformation_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/customer-information/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a station told about a customer */
        get: operations["CustomerInformation_read"];
        put?: never;
        post?: never;
        /**
         * Erase what a station told about a customer, and whom it was about
         * @description That it was asked stays. A request that waits for its station is taken back; late parts are not kept.
         */
        delete: operations["CustomerInformation_erase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/charging-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the limits that others than the CSMS have set at a station and that hold now */
        get: operations["SmartCharging_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/charging-limits/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how the limits of others came and went at a station, newest first */
        get: operations["SmartCharging_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/charging-profile-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the charging profiles that a station reported, newest first */
        get: operations["SmartCharging_profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/ev-charging-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what EVs at a station said that they need, newest first */
        get: operations["SmartCharging_needs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/ev-charging-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how EVs at a station said that they will charge, newest first */
        get: operations["SmartCharging_schedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/certificate-inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the contract certificates and certificate statuses that a station asked for, newest first */
        get: operations["Certificates_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the certificates that a station reported
         * @description As the station said when it was last asked (POST .../refresh), less what it has deleted since. It tells hashes alone; what TAU installed is shown with its subject and its time of expiry.
         */
        get: operations["InstalledCertificates_list"];
        put?: never;
        /**
         * Install a root certificate on a station
         * @description The station answers `Accepted`, `Rejected` (it does not trust the certificate, or has no room) or `Failed`. Its hashes are known when the station is asked for them: POST .../refresh.
         */
        post: operations["InstalledCertificates_install"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/certificates/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a station which certificates it holds
         * @description `NotFound`: it holds none of these types. What it reports takes the place of what was known of them. A station of OCPP 1.6 is asked for one type after the other: `commandIds` names the commands, `reports` what was answered.
         */
        post: operations["InstalledCertificates_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/certificates/{certificateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a certificate from a station
         * @description It is named by the hashes that the station reported. `Failed`: the station keeps it; `NotFound`: it does not hold it. Unless it is `Failed` the certificate is off the list.
         */
        delete: operations["InstalledCertificates_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/display-message-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages on its display that a station reported, newest first */
        get: operations["DisplayMessage_reports"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v1/stations/{stationId}/firmware-updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the updates of a station, newest first */
        get: operations["FirmwareUpdates_list"];
        put?: never;
        /**
         * Ask a station to update its firmware
         * @description Accepted means that the station will try: `firmwareUpdate` follows what it reports until it has ended. A signed image makes the update a secure one (OCPP 1.6: SignedUpdateFirmware). A station works on one update at a time: a new one that it accepts supersedes the one before.
         */
        post: operations["FirmwareUpdates_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/firmware-updates/{updateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an update with all that the station said about it */
        get: operations["FirmwareUpdates_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/firmware-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a station said about its firmware, newest first, also about no known update */
        get: operations["FirmwareUpdates_statuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns, newest first */
        get: operations["FirmwareCampaigns_list"];
        put?: never;
        /**
         * Update many stations with one image, in waves
         * @description Begins at once. A wave begins when the one before is over: nothing of it is under way, and whoever has not been asked is offline. Stations that are offline get the update when they are back. No station is asked twice. When too many fail, the campaign stops by itself until it is resumed.
         */
        post: operations["FirmwareCampaigns_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a campaign and how far it has come */
        get: operations["FirmwareCampaigns_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name or the limits of a campaign */
        patch: operations["FirmwareCampaigns_change"];
        trace?: never;
    };
    "/api/v1/firmware-campaigns/{campaignId}/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the stations of a campaign in their order, with what came of each */
        get: operations["FirmwareCampaigns_stations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-campaigns/{campaignId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask no more stations for now; what is under way goes on */
        post: operations["FirmwareCampaigns_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-campaigns/{campaignId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a campaign that was paused, or that stopped by itself
         * @description Failures up to now do not stop it again.
         */
        post: operations["FirmwareCampaigns_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firmware-campaigns/{campaignId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a campaign; what is under way goes on, whoever was not asked never will be */
        post: operations["FirmwareCampaigns_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{stationId}/firmware-publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a local controller told about firmware that it publishes, newest first */
        get: operations["Publications_publications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        RegistrationStatus: "Accepted" | "Pending" | "Rejected";
        /**
         * @description At least one connector, EVSE or the station as a whole was last reported with it.
         * @enum {string}
         */
        ConnectorStatus: "Available" | "Occupied" | "Reserved" | "Unavailable" | "Faulted";
        /**
         * @description The version that it speaks, or spoke last.
         * @enum {string}
         */
        OcppVersion: "1.6" | "2.0" | "2.0.1";
        BulkFilter: {
            connected?: boolean;
            registrationStatus?: components["schemas"]["RegistrationStatus"];
            /** @description A label, spelled as it was given; where it is given several times, the station has all of them. */
            label?: string[];
            /** @description At least one connector, EVSE or the station as a whole was last reported with it. */
            status?: components["schemas"]["ConnectorStatus"];
            /** @description The version that it speaks, or spoke last. */
            ocppVersion?: components["schemas"]["OcppVersion"];
            /** @description Exactly these, as far as the other conditions hold for them; an unknown one is refused. */
            stationIds?: string[];
            /**
             * @description Every station of the inventory; only together with no other condition.
             * @enum {boolean}
             */
            all?: true;
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
            /**
             * Format: date-time
             * @description Registered or changed by operators at or after this time.
             */
            updatedSince?: string;
        };
        BulkRequest: {
            /** @enum {string} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /**
             * @description What follows `/stations/{stationId}` in the path of any command, e.g. `/availability`.
             * @example /availability
             */
            path: string;
            /** @description The body that the route takes. */
            body?: {
                [key: string]: unknown;
            };
            /** @description The query that the route takes, each value a text. */
            query?: {
                [key: string]: string;
            };
        };
        CreateBulkCommand: {
            filter: components["schemas"]["BulkFilter"];
            command: components["schemas"]["BulkRequest"];
            /**
             * @description `queue`: for stations that are away or not accepted the command is kept. `refuse`: they are not asked.
             * @default refuse
             * @enum {string}
             */
            whenOffline: "refuse" | "queue";
            /**
             * @description Seconds after which a kept command is given up, unsent.
             * @default 86400
             */
            ttlSeconds: number;
            /**
             * @description How many stations are asked at a time.
             * @default 20
             */
            concurrency: number;
            /** @description Why, for people. */
            note?: string;
        };
        /**
         * @description `done`: every station was asked or refused; kept commands may still wait for their station. `cancelled`: by an
         *     operator, or because the API key that began it was revoked (`api-key-revoked` at its stations).
         * @enum {string}
         */
        BulkCommandState: "running" | "done" | "cancelled";
        BulkProgress: {
            /** @description Commands by state, e.g. {"answered": 97, "queued": 3}; a state that none has is left out. */
            commands: {
                [key: string]: number;
            };
            /** @description Answers by what the stations said, e.g. {"Accepted": 96, "Rejected": 1}. */
            statuses: {
                [key: string]: number;
            };
            total: number;
            /** @description Not asked yet. */
            pending: number;
            /** @description Being asked now. */
            asking: number;
            /** @description There is a command for them: `commands` says how far it is. */
            asked: number;
            /** @description They could not be asked: away, of a version that lacks it, not accepted. */
            refused: number;
            /** @description Not asked, because the bulk command was cancelled or the API key that began it was revoked. */
            cancelled: number;
        };
        BulkCommandView: {
            /** Format: uuid */
            bulkCommandId: string;
            /**
             * @description `done`: every station was asked or refused; kept commands may still wait for their station. `cancelled`: by an
             *     operator, or because the API key that began it was revoked (`api-key-revoked` at its stations).
             */
            state: components["schemas"]["BulkCommandState"];
            note: string | null;
            /** @description The filter that the stations were chosen by when it was made. */
            filter: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            whenOffline: "refuse" | "queue";
            ttlSeconds: number | null;
            progress: components["schemas"]["BulkProgress"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            method: string;
            /** @description Body and query are not shown, for they may hold secrets; each command shows its own request, masked. */
            path: string;
            concurrency: number;
            /** @description Name of the API key of whoever asked. */
            operator: string;
        };
        BulkCommandPage: {
            items: components["schemas"]["BulkCommandView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        BulkStationState: "pending" | "asking" | "asked" | "refused" | "cancelled";
        /**
         * @description The state of that command.
         * @enum {string}
         */
        CommandState: "queued" | "sent" | "answered" | "errored" | "timed-out" | "cancelled";
        BulkStationView: {
            state: components["schemas"]["BulkStationState"];
            /**
             * Format: uuid
             * @description See `GET /commands/{commandId}`; null where nothing was asked.
             */
            commandId: string | null;
            /** @description The state of that command. */
            commandState: components["schemas"]["CommandState"] | null;
            /** @description What the station answered, as it said it. */
            status: string | null;
            /**
             * @description Why it was refused, or has no answer: `code` and `detail` of the problem that a single request would have got.
             *     `api-key-revoked`: the API key that began the bulk command was revoked before the station was sent its command.
             */
            problem: {
                [key: string]: unknown;
            } | null;
            stationId: string;
        };
        BulkStationPage: {
            items: components["schemas"]["BulkStationView"][];
            nextCursor: string | null;
        };
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
             *     and connector. Read from the message log, so a message may appear a moment late. Empty for other commands.
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
            /**
             * Format: uri
             * @description Where this station reaches TAU over HTTP for firmware and logs, if not at PUBLIC_URL: http(s), without a path.
             * @example http://10.0.0.1:3000
             */
            publicUrl?: string | null;
            /**
             * @description Whether the station is asked for a report of its whole device model after its first boot, and after the first one
             *     with another firmware. Off by default.
             */
            inventoryAtBoot?: boolean | null;
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
        /** @enum {string} */
        ImportOutcome: "created" | "changed" | "unchanged" | "refused";
        ImportedRow: {
            key: string | null;
            outcome: components["schemas"]["ImportOutcome"];
            problem: {
                [key: string]: unknown;
            } | null;
            password?: string;
        };
        ImportReport: {
            rows: components["schemas"]["ImportedRow"][];
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
        AttributeView: {
            componentInstance: string | null;
            evseId: number | null;
            connectorId: number | null;
            instance: string | null;
            attributeType: components["schemas"]["AttributeType"];
            /** @description null: it has none, may not be read, or is a secret. */
            value: string | null;
            /** @description ReadOnly, WriteOnly or ReadWrite; null: not told. */
            mutability: string | null;
            /** @description Whether it outlives a reboot. */
            persistent: boolean | null;
            /** @description Whether it never changes. */
            constant: boolean | null;
            /** @description {dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring}, as reported. */
            characteristics: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            observedAt: string;
            component: string;
            variable: string;
            /** @description The message that told it last, in 2.0.1 words, e.g. NotifyReport. */
            source: string;
        };
        AttributePage: {
            items: components["schemas"]["AttributeView"][];
            nextCursor: string | null;
        };
        NetworkProfileView: {
            slot: number;
            /** @description As it was sent, secrets masked. */
            profile: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            commandId: string;
            /** Format: date-time */
            acceptedAt: string;
        };
        NetworkProfilesView: {
            /** @description By which it was connected when it told; null: it has not told. TAU asks after a boot of a station with profiles. */
            activeSlot: number | null;
            /** @description The order in which it tries its slots; null: it has not told. */
            priority: number[] | null;
            /**
             * @description Those that stand before the active one. After the reset that follows a change of the order they were tried in vain:
             *     the station has fallen back. null: it cannot be said.
             */
            skippedSlots: number[] | null;
            /**
             * Format: date-time
             * @description When it told which slot it uses.
             */
            toldAt: string | null;
            profiles: components["schemas"]["NetworkProfileView"][];
        };
        NetworkPriority: {
            slots: number[];
        };
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
        /** @enum {string} */
        OcppInterface: "Wired0" | "Wired1" | "Wired2" | "Wired3" | "Wireless0" | "Wireless1" | "Wireless2" | "Wireless3";
        /** @enum {string} */
        VpnType: "IKEv2" | "IPSec" | "L2TP" | "PPTP";
        VpnDto: {
            type: components["schemas"]["VpnType"];
            server: string;
            user: string;
            group?: string;
            password: string;
            /** @description The shared secret. */
            key: string;
        };
        /** @enum {string} */
        ApnAuthentication: "CHAP" | "NONE" | "PAP" | "AUTO";
        ApnDto: {
            simPin?: number;
            apnAuthentication: components["schemas"]["ApnAuthentication"];
            apn: string;
            apnUserName?: string;
            apnPassword?: string;
            preferredNetwork?: string;
            useOnlyPreferredNetwork?: boolean;
        };
        SetProfile: {
            /**
             * @description As the standard names them: OCPP20 is 2.0.1. The handshake decides in the end.
             * @default OCPP20
             * @enum {string}
             */
            ocppVersion: "OCPP16" | "OCPP20";
            /**
             * @default JSON
             * @enum {string}
             */
            ocppTransport: "JSON" | "SOAP";
            /** @description Seconds that the station waits for an answer. */
            messageTimeout: number;
            /** @description Not below that of the station. */
            securityProfile: number;
            ocppInterface: components["schemas"]["OcppInterface"];
            vpn?: components["schemas"]["VpnDto"];
            apn?: components["schemas"]["ApnDto"];
            /**
             * @description The slot is known not to be the one in use: the station is not asked. A profile that is kept (queue) needs it.
             * @default false
             */
            confirmed: boolean;
            /** @description ws: or wss:, without the identity of the station. */
            ocppCsmsUrl: string;
        };
        /**
         * @description `FullInventory`: everything; `ConfigurationInventory`: what can be set; `SummaryInventory`: what needs attention.
         * @enum {string}
         */
        ReportBase: "ConfigurationInventory" | "FullInventory" | "SummaryInventory";
        /**
         * @description Components that are one of these. OCPP 2.0.1 only.
         * @enum {string}
         */
        ComponentCriterion: "Active" | "Available" | "Enabled" | "Problem";
        ReportedComponentDto: {
            /** @description E.g. OCPPCommCtrlr, or ConfigurationKey for keys of 1.6 that have no variable. */
            component: string;
            /** @description Of the component, where it has several. */
            componentInstance?: string;
            /** @description Absent: the station. */
            evseId?: number;
            connectorId?: number;
            /** @description Of the variable, where it has several. */
            instance?: string;
            /** @description Absent: all variables of the component. */
            variable?: string;
        };
        AskReport: {
            /** @description `FullInventory`: everything; `ConfigurationInventory`: what can be set; `SummaryInventory`: what needs attention. */
            base?: components["schemas"]["ReportBase"];
            /** @description Components that are one of these. OCPP 2.0.1 only. */
            componentCriteria?: components["schemas"]["ComponentCriterion"][];
            /** @description OCPP 2.0.1 only; values of single variables are also read by `POST /stations/{stationId}/variables/query`. */
            variables?: components["schemas"]["ReportedComponentDto"][];
        };
        AskedReportView: {
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
             * Format: uuid
             * @description By which `GET /stations/{stationId}/reports/{reportId}` finds it.
             */
            reportId: string;
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        /**
         * @description `waiting` for the first part, `receiving`, `complete`; `incomplete`: parts are missing and will not come any more;
         *     `empty`: the station has nothing to report; `refused` by the station; `failed`: it gave no answer.
         * @enum {string}
         */
        ReportState: "waiting" | "receiving" | "complete" | "incomplete" | "empty" | "refused" | "failed";
        ReportView: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for the first part, `receiving`, `complete`; `incomplete`: parts are missing and will not come any more;
             *     `empty`: the station has nothing to report; `refused` by the station; `failed`: it gave no answer.
             */
            state: components["schemas"]["ReportState"];
            /** @description Of a custom report: what was asked for. */
            criteria: {
                [key: string]: unknown;
            } | null;
            /** @description By which the station's parts name it. */
            requestId: number;
            /** Format: uuid */
            commandId: string | null;
            /** @description What the station answered to the request; the code of the problem where it gave no answer. */
            answer: string | null;
            /** @description The firmware that the station had when it was asked. */
            firmwareVersion: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** @description How many have come. */
            parts: number;
            /** Format: date-time */
            lastPartAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** @description The base that was asked for, `Custom`, or `Unasked` for parts that nobody asked for. */
            kind: string;
            /** @description `operator`, `boot` for one that TAU asked for after a boot, or `station` for one that nobody asked for. */
            askedBy: string;
        };
        ReportPage: {
            items: components["schemas"]["ReportView"][];
            nextCursor: string | null;
        };
        ReportPartView: {
            seqNo: number;
            /** Format: date-time */
            receivedAt: string;
            /** @description Whether the station said that more would come. */
            toBeContinued: boolean;
            /** @description As the station wrote it. */
            generatedAt: string;
        };
        ReportedVariableView: {
            componentInstance: string | null;
            evseId: number | null;
            connectorId: number | null;
            instance: string | null;
            attributeType: components["schemas"]["AttributeType"];
            /** @description null: it has none, may not be read, or is a secret. */
            value: string | null;
            /** @description ReadOnly, WriteOnly or ReadWrite; null: not told. */
            mutability: string | null;
            /** @description Whether it outlives a reboot. */
            persistent: boolean | null;
            /** @description Whether it never changes. */
            constant: boolean | null;
            /** @description {dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring}, as reported. */
            characteristics: {
                [key: string]: unknown;
            } | null;
            component: string;
            variable: string;
        };
        ReportDetailView: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for the first part, `receiving`, `complete`; `incomplete`: parts are missing and will not come any more;
             *     `empty`: the station has nothing to report; `refused` by the station; `failed`: it gave no answer.
             */
            state: components["schemas"]["ReportState"];
            /** @description Of a custom report: what was asked for. */
            criteria: {
                [key: string]: unknown;
            } | null;
            /** @description By which the station's parts name it. */
            requestId: number;
            /** Format: uuid */
            commandId: string | null;
            /** @description What the station answered to the request; the code of the problem where it gave no answer. */
            answer: string | null;
            /** @description The firmware that the station had when it was asked. */
            firmwareVersion: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** @description How many have come. */
            parts: number;
            /** Format: date-time */
            lastPartAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** @description Numbers of parts that have not come, the first thousand at most. */
            missing: number[];
            received: components["schemas"]["ReportPartView"][];
            variables: components["schemas"]["ReportedVariableView"][];
            /** @description The base that was asked for, `Custom`, or `Unasked` for parts that nobody asked for. */
            kind: string;
            /** @description `operator`, `boot` for one that TAU asked for after a boot, or `station` for one that nobody asked for. */
            askedBy: string;
        };
        /**
         * @description `Immediate` ends running transactions; `OnIdle` waits until none runs.
         * @enum {string}
         */
        ResetType: "Immediate" | "OnIdle";
        ResetRequest: {
            /** @description `Immediate` ends running transactions; `OnIdle` waits until none runs. */
            type: components["schemas"]["ResetType"];
            /** @description Absent: the whole station. OCPP 2.0.1 only. */
            evseId?: number;
            /**
             * @description A hard reset of OCPP 1.6, which may not even end transactions properly. Other versions know none.
             * @default false
             */
            force: boolean;
        };
        /**
         * @description `waiting`: not sent or answered yet, for transactions to end, or for the boot; `booted`; `evse`: accepted for one
         *     EVSE, which does not boot; `failed`: refused, cancelled or without an answer; `no-boot`: accepted, but no boot came
         *     within ten minutes.
         * @enum {string}
         */
        ResetOutcome: "waiting" | "booted" | "evse" | "failed" | "no-boot";
        ResetView: {
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
             * @description `waiting`: not sent or answered yet, for transactions to end, or for the boot; `booted`; `evse`: accepted for one
             *     EVSE, which does not boot; `failed`: refused, cancelled or without an answer; `no-boot`: accepted, but no boot came
             *     within ten minutes.
             */
            outcome: components["schemas"]["ResetOutcome"];
            /**
             * Format: date-time
             * @description The boot that followed.
             */
            bootedAt: string | null;
            /** @description Why it booted, as the station says, e.g. RemoteReset; null in OCPP 1.6, which has no reasons. */
            bootReason: string | null;
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        ResetPage: {
            items: components["schemas"]["ResetView"][];
            nextCursor: string | null;
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
        /** @enum {string} */
        MessageFormat: "ASCII" | "HTML" | "URI" | "UTF8";
        PersonalMessageDto: {
            format: components["schemas"]["MessageFormat"];
            /** @description RFC 5646, e.g. de-AT. */
            language?: string;
            content: string;
        };
        ValidPlaceDto: {
            /** @description Letter case does not count. It need not be registered yet. */
            stationId: string;
            /** @description Its EVSEs where the token is valid; absent: all. */
            evseIds?: number[];
        };
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
            /**
             * Format: date-time
             * @description Until when stations may answer about it from their caches, RFC 3339 with zone; a past time keeps it out of them; null:
             *     until it expires, or as long as the station keeps what it knows. Told as cacheExpiryDateTime, in 1.6 as expiryDate.
             */
            cacheExpiresAt?: string | null;
            /** @description The driver's priority where power is scarce, -9 to 9; null: none is told, which means 0. Not told to 1.6. */
            chargingPriority?: number | null;
            /** @description The driver's language, RFC 5646. Not told to 1.6. */
            language1?: string | null;
            /** @description The next best language; only with another `language1`. Not told to 1.6. */
            language2?: string | null;
            /** @description A text for the driver, whatever is decided. Not told to 1.6. */
            personalMessage?: components["schemas"]["PersonalMessageDto"] | null;
            /** @description Where it is valid; elsewhere it is NotAtThisLocation (1.6: Blocked); null: everywhere. */
            validAt?: components["schemas"]["ValidPlaceDto"][] | null;
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
            /** Format: date-time */
            cacheExpiresAt: string | null;
            chargingPriority: number | null;
            language1: string | null;
            language2: string | null;
            personalMessage: components["schemas"]["PersonalMessageDto"] | null;
            /** @description Where it is valid; null: everywhere. */
            validAt: components["schemas"]["ValidPlaceDto"][] | null;
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
            /**
             * Format: date-time
             * @description Until when stations may answer about it from their caches, RFC 3339 with zone; a past time keeps it out of them; null:
             *     until it expires, or as long as the station keeps what it knows. Told as cacheExpiryDateTime, in 1.6 as expiryDate.
             */
            cacheExpiresAt?: string | null;
            /** @description The driver's priority where power is scarce, -9 to 9; null: none is told, which means 0. Not told to 1.6. */
            chargingPriority?: number | null;
            /** @description The driver's language, RFC 5646. Not told to 1.6. */
            language1?: string | null;
            /** @description The next best language; only with another `language1`. Not told to 1.6. */
            language2?: string | null;
            /** @description A text for the driver, whatever is decided. Not told to 1.6. */
            personalMessage?: components["schemas"]["PersonalMessageDto"] | null;
            /** @description Where it is valid; elsewhere it is NotAtThisLocation (1.6: Blocked); null: everywhere. */
            validAt?: components["schemas"]["ValidPlaceDto"][] | null;
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
            /**
             * @description A master pass: its tokens may stop anybody's transaction, and start none (C16). Stations of 2.0.1 have to know the
             *     group as `MasterPassGroupId` of their component `AuthCtrlr`; 1.6 knows no master pass. False unless given.
             */
            masterPass?: boolean;
            groupId: string;
        };
        IdTokenGroupPage: {
            items: components["schemas"]["IdTokenGroupView"][];
            nextCursor: string | null;
        };
        IdTokenGroupRules: {
            /** @description `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx). */
            concurrentTransactions: components["schemas"]["ConcurrentTransactions"];
            /**
             * @description A master pass: its tokens may stop anybody's transaction, and start none (C16). Stations of 2.0.1 have to know the
             *     group as `MasterPassGroupId` of their component `AuthCtrlr`; 1.6 knows no master pass. False unless given.
             */
            masterPass?: boolean;
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
        /**
         * @description `SecurityLog` needs the security extension on OCPP 1.6.
         * @enum {string}
         */
        LogType: "DiagnosticsLog" | "SecurityLog";
        RequestLog: {
            /**
             * @description `SecurityLog` needs the security extension on OCPP 1.6.
             * @default DiagnosticsLog
             */
            logType: components["schemas"]["LogType"];
            /**
             * Format: date-time
             * @description Nothing before this time.
             */
            oldestTimestamp?: string;
            /**
             * Format: date-time
             * @description Nothing after this time.
             */
            latestTimestamp?: string;
            /** @description How often the station tries to upload before it gives up; left to the station where absent. */
            retries?: number;
            /** @description Seconds between two attempts. */
            retryInterval?: number;
            /**
             * @description Where the station uploads to instead of here, credentials included; TAU never opens it, and shows it with all but
             *     its host masked. Which schemes are allowed is set by LOG_UPLOAD_SCHEMES.
             * @example sftp://user:secret@files.example.com/logs/
             */
            remoteLocation?: string;
        };
        /**
         * @description `requested`, `accepted` and `uploading` are under way. `empty`: the station has nothing to upload. `superseded`: the
         *     station gave it up for a later request.
         * @enum {string}
         */
        LogState: "requested" | "accepted" | "empty" | "uploading" | "uploaded" | "failed" | "rejected" | "superseded" | "timed-out" | "cancelled";
        LogFileView: {
            /** @description Bytes. */
            size: number;
            /** Format: date-time */
            receivedAt: string;
            /** @description As the station named it, without what is dangerous in names. */
            name: string;
            /** @description Of the content, 64 hexadecimal digits. */
            sha256: string;
        };
        LogRequestView: {
            /** Format: uuid */
            id: string;
            /** @description By which the station names the upload. */
            requestId: number;
            /** Format: uuid */
            commandId: string;
            logType: components["schemas"]["LogType"];
            /** Format: date-time */
            oldestTimestamp: string | null;
            /** Format: date-time */
            latestTimestamp: string | null;
            retries: number | null;
            retryInterval: number | null;
            /**
             * @description `requested`, `accepted` and `uploading` are under way. `empty`: the station has nothing to upload. `superseded`: the
             *     station gave it up for a later request.
             */
            state: components["schemas"]["LogState"];
            /** @description What the station reported last, in the words of OCPP 2.0.1. */
            status: string | null;
            /** @description What the station answered; GetDiagnostics of 1.6 is answered without a status. */
            answer: string | null;
            /** @description The reason that the station gave with its answer: {reasonCode, additionalInfo}. */
            answerInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The name of the file that the station announced with its answer. */
            announcedFileName: string | null;
            /** @description Why it did not come to its end. */
            failure: string | null;
            /**
             * Format: uuid
             * @description The request for which the station gave this one up.
             */
            supersededBy: string | null;
            /** @description What has arrived here; null until all of it has. */
            file: components["schemas"]["LogFileView"] | null;
            /** @description How often the station has begun to upload. */
            uploadAttempts: number;
            /** @description Why the last attempt came to nothing. */
            uploadFailure: string | null;
            /**
             * Format: date-time
             * @description Until when the station may begin to upload; null where the log goes elsewhere.
             */
            urlExpiresAt: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            lastStatusAt: string | null;
            /**
             * Format: date-time
             * @description When it is given up, unless something is heard of it.
             */
            deadlineAt: string;
            /** Format: date-time */
            endedAt: string | null;
            stationId: string;
            /** @description Where the station uploads to, all but the host masked. */
            location: string;
            /** @description Whether the log goes elsewhere; then it cannot be downloaded here. */
            external: boolean;
            /** @description What is unsafe about this request, for people. */
            warnings: string[];
        };
        LogRequestCommandView: {
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
            logRequest: components["schemas"]["LogRequestView"];
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        LogRequestPage: {
            items: components["schemas"]["LogRequestView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        LogStatus: "BadMessage" | "Idle" | "NotSupportedOperation" | "PermissionDenied" | "Uploaded" | "UploadFailure" | "Uploading" | "AcceptedCanceled";
        LogStatusView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description null: about no request that is known
             */
            logRequestId: string | null;
            /** @description As the station gave it. */
            requestId: number | null;
            status: components["schemas"]["LogStatus"];
            /** Format: date-time */
            receivedAt: string;
            /** @description How often it was said again, with nothing else between. */
            repeats: number;
            /** Format: date-time */
            lastReceivedAt: string;
        };
        LogRequestDetailView: {
            /** Format: uuid */
            id: string;
            /** @description By which the station names the upload. */
            requestId: number;
            /** Format: uuid */
            commandId: string;
            logType: components["schemas"]["LogType"];
            /** Format: date-time */
            oldestTimestamp: string | null;
            /** Format: date-time */
            latestTimestamp: string | null;
            retries: number | null;
            retryInterval: number | null;
            /**
             * @description `requested`, `accepted` and `uploading` are under way. `empty`: the station has nothing to upload. `superseded`: the
             *     station gave it up for a later request.
             */
            state: components["schemas"]["LogState"];
            /** @description What the station reported last, in the words of OCPP 2.0.1. */
            status: string | null;
            /** @description What the station answered; GetDiagnostics of 1.6 is answered without a status. */
            answer: string | null;
            /** @description The reason that the station gave with its answer: {reasonCode, additionalInfo}. */
            answerInfo: {
                [key: string]: unknown;
            } | null;
            /** @description The name of the file that the station announced with its answer. */
            announcedFileName: string | null;
            /** @description Why it did not come to its end. */
            failure: string | null;
            /**
             * Format: uuid
             * @description The request for which the station gave this one up.
             */
            supersededBy: string | null;
            /** @description What has arrived here; null until all of it has. */
            file: components["schemas"]["LogFileView"] | null;
            /** @description How often the station has begun to upload. */
            uploadAttempts: number;
            /** @description Why the last attempt came to nothing. */
            uploadFailure: string | null;
            /**
             * Format: date-time
             * @description Until when the station may begin to upload; null where the log goes elsewhere.
             */
            urlExpiresAt: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            lastStatusAt: string | null;
            /**
             * Format: date-time
             * @description When it is given up, unless something is heard of it.
             */
            deadlineAt: string;
            /** Format: date-time */
            endedAt: string | null;
            statuses: components["schemas"]["LogStatusView"][];
            stationId: string;
            /** @description Where the station uploads to, all but the host masked. */
            location: string;
            /** @description Whether the log goes elsewhere; then it cannot be downloaded here. */
            external: boolean;
            /** @description What is unsafe about this request, for people. */
            warnings: string[];
        };
        LogStatusPage: {
            items: components["schemas"]["LogStatusView"][];
            nextCursor: string | null;
        };
        NoticeView: {
            /** Format: uuid */
            id: string;
            ocppVersion: components["schemas"]["OcppVersion"];
            /** @description null where the message names none. */
            evseId: number | null;
            /** @description Of the report that was asked for; null for what the station told unasked. */
            requestId: number | null;
            /** @description Which part of the report it is, from 0; null where parts are not numbered. */
            seqNo: number | null;
            /** @description All fields of the message in the words of OCPP 2.0.1, as the station said them; secrets are masked. */
            content: {
                [key: string]: unknown;
            };
            /** @description What TAU answered; null for an empty answer. */
            answer: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            receivedAt: string;
            stationId: string;
            /** @description The name of the message. */
            kind: string;
        };
        NoticePage: {
            items: components["schemas"]["NoticeView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        EventTrigger: "Alerting" | "Delta" | "Periodic";
        StationEventView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it happened; the time of receipt where the station's time cannot be true.
             */
            timestamp: string;
            /** @description All fields of the event as the station said them: eventId, timestamp, trigger, cause, actualValue, component... */
            event: {
                [key: string]: unknown;
            };
            /** @description What the message said beside its events: generatedAt, seqNo, tbc. */
            message: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            receivedAt: string;
        };
        StationEventPage: {
            items: components["schemas"]["StationEventView"][];
            nextCursor: string | null;
        };
        StationAlarmView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Since when it is, or was last, open; null where only its end was reported.
             */
            openedAt: string | null;
            /**
             * Format: date-time
             * @description null while it is open.
             */
            clearedAt: string | null;
            /**
             * Format: date-time
             * @description When it was cleared the last time, also where it is open again.
             */
            lastClearedAt: string | null;
            /** Format: date-time */
            lastAt: string;
            /** Format: uuid */
            lastEventId: string;
            /** @description All fields of its last event, as the station said them. */
            event: {
                [key: string]: unknown;
            };
            stationId: string;
        };
        StationAlarmPage: {
            items: components["schemas"]["StationAlarmView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        HashAlgorithm: "SHA256" | "SHA384" | "SHA512";
        CustomerCertificate: {
            hashAlgorithm: components["schemas"]["HashAlgorithm"];
            /** @description Hash of the distinguished name of the issuer. */
            issuerNameHash: string;
            /** @description Hash of the public key of the issuer. */
            issuerKeyHash: string;
            /** @description Hexadecimal, without leading zeros. */
            serialNumber: string;
        };
        AskCustomerInformation: {
            idToken?: components["schemas"]["StartToken"];
            /** @description A word for the customer that stations of this maker or vendor know; masked in the message log. */
            customerIdentifier?: string;
            customerCertificate?: components["schemas"]["CustomerCertificate"];
            /** @description Tell what the station holds. */
            report?: boolean;
            /** @description Forget what the station holds. With `report` it tells it first. */
            clear?: boolean;
        };
        /**
         * @description `waiting` for the answer or the first part, `receiving`, `complete`: all parts have come, or there was nothing to
         *     report; `incomplete`: parts are missing and will not come any more; `refused`: the station answered Rejected;
         *     `invalid`: it cannot take the reference; `failed`: it gave no answer; `erased`.
         * @enum {string}
         */
        CustomerInformationState: "waiting" | "receiving" | "complete" | "incomplete" | "refused" | "invalid" | "failed" | "erased";
        CustomerInformationView: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for the answer or the first part, `receiving`, `complete`: all parts have come, or there was nothing to
             *     report; `incomplete`: parts are missing and will not come any more; `refused`: the station answered Rejected;
             *     `invalid`: it cannot take the reference; `failed`: it gave no answer; `erased`.
             */
            state: components["schemas"]["CustomerInformationState"];
            /** @description By which the station's parts name it. */
            requestId: number;
            /** @description null where the station told something that nobody asked for. */
            report: boolean | null;
            clear: boolean | null;
            /** @description The reference that was given: `{idToken}`, `{customerIdentifier}` or `{customerCertificate}`; a PIN code is masked. */
            customer: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            commandId: string | null;
            /** @description What the station answered: Accepted, Rejected or Invalid; null where it gave no answer. */
            answer: string | null;
            /** @description The station's reason. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            requestedAt: string;
            /** @description How many have come. */
            parts: number;
            /** Format: date-time */
            lastPartAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            erasedAt: string | null;
        };
        AskedCustomerInformationView: {
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
            customerInformation: components["schemas"]["CustomerInformationView"];
        };
        CustomerInformationPage: {
            items: components["schemas"]["CustomerInformationView"][];
            nextCursor: string | null;
        };
        CustomerInformationPartView: {
            seqNo: number;
            /** Format: date-time */
            receivedAt: string;
            /** @description Whether the station said that more would come. */
            toBeContinued: boolean;
            /** @description As the station wrote it. */
            generatedAt: string;
            data: string;
        };
        CustomerInformationDetailView: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for the answer or the first part, `receiving`, `complete`: all parts have come, or there was nothing to
             *     report; `incomplete`: parts are missing and will not come any more; `refused`: the station answered Rejected;
             *     `invalid`: it cannot take the reference; `failed`: it gave no answer; `erased`.
             */
            state: components["schemas"]["CustomerInformationState"];
            /** @description By which the station's parts name it. */
            requestId: number;
            /** @description null where the station told something that nobody asked for. */
            report: boolean | null;
            clear: boolean | null;
            /** @description The reference that was given: `{idToken}`, `{customerIdentifier}` or `{customerCertificate}`; a PIN code is masked. */
            customer: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            commandId: string | null;
            /** @description What the station answered: Accepted, Rejected or Invalid; null where it gave no answer. */
            answer: string | null;
            /** @description The station's reason. */
            statusInfo: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            requestedAt: string;
            /** @description How many have come. */
            parts: number;
            /** Format: date-time */
            lastPartAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            erasedAt: string | null;
            /** @description Numbers of parts that have not come, the first thousand at most. */
            missing: number[];
            received: components["schemas"]["CustomerInformationPartView"][];
            /** @description What has come, in the order of its numbers, as one text. */
            data: string;
        };
        ChargingLimitsView: {
            items: components["schemas"]["NoticeView"][];
        };
        /** @enum {string} */
        CertificateType: "V2GRootCertificate" | "MORootCertificate" | "CSMSRootCertificate" | "ManufacturerRootCertificate" | "V2GCertificateChain";
        CertificateHashes: {
            hashAlgorithm: components["schemas"]["HashAlgorithm"];
            issuerNameHash: string;
            issuerKeyHash: string;
            serialNumber: string;
        };
        InstalledCertificateView: {
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string;
            /** Format: date-time */
            installedAt: string;
            /**
             * Format: uuid
             * @description The command that it was installed by.
             */
            commandId: string;
            /** @description e.g. CN=Root, O=Operator; one part in each line */
            subject: string;
            issuer: string;
            /** @description Hexadecimal. */
            serialNumber: string;
            /** @description SHA-256, hexadecimal. */
            fingerprint: string;
        };
        StationCertificateView: {
            hashAlgorithm: components["schemas"]["HashAlgorithm"];
            /**
             * Format: uuid
             * @description By which it is deleted; stays the same as long as the station reports it.
             */
            id: string;
            certificateType: components["schemas"]["CertificateType"];
            /** @description Of a V2GCertificateChain: the certificates between the station's own and the root. */
            childCertificates: components["schemas"]["CertificateHashes"][];
            /** Format: date-time */
            firstReportedAt: string;
            /** Format: date-time */
            reportedAt: string;
            /**
             * Format: uuid
             * @description The question that brought the last report.
             */
            commandId: string;
            /** @description The certificate itself, where TAU installed it at this station; else only its hashes are known. */
            certificate: components["schemas"]["InstalledCertificateView"] | null;
            issuerNameHash: string;
            issuerKeyHash: string;
            serialNumber: string;
        };
        CertificateReportView: {
            certificateType: components["schemas"]["CertificateType"];
            /**
             * @description NotFound: it holds none.
             * @enum {string}
             */
            status: "Accepted" | "NotFound";
            /** Format: date-time */
            reportedAt: string;
            /** Format: uuid */
            commandId: string;
        };
        /** @enum {string} */
        InstallableCertificateType: "V2GRootCertificate" | "MORootCertificate" | "CSMSRootCertificate" | "ManufacturerRootCertificate";
        AwaitedCertificateView: {
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string;
            /** Format: date-time */
            installedAt: string;
            /**
             * Format: uuid
             * @description The command that it was installed by.
             */
            commandId: string;
            certificateType: components["schemas"]["InstallableCertificateType"];
            /** @description e.g. CN=Root, O=Operator; one part in each line */
            subject: string;
            issuer: string;
            /** @description Hexadecimal. */
            serialNumber: string;
            /** @description SHA-256, hexadecimal. */
            fingerprint: string;
        };
        StationCertificatePage: {
            items: components["schemas"]["StationCertificateView"][];
            nextCursor: string | null;
            /** @description Of which types the station has been asked, and when; what it holds of others is not known. */
            reports: components["schemas"]["CertificateReportView"][];
            /** @description What the station has accepted since it was last asked: refresh to learn its hashes. */
            awaitingReport: components["schemas"]["AwaitedCertificateView"][];
        };
        InstallCertificateRequest: {
            /** @description OCPP 1.6 knows CSMSRootCertificate and ManufacturerRootCertificate. */
            certificateType: components["schemas"]["InstallableCertificateType"];
            /** @description One X.509 certificate as PEM. */
            certificate: string;
        };
        RefreshCertificates: {
            /**
             * @description Absent: all that the version of the station knows. OCPP 1.6 knows CSMSRootCertificate and
             *     ManufacturerRootCertificate, and is asked for each type in a message of its own.
             */
            certificateTypes?: components["schemas"]["CertificateType"][];
        };
        CertificateRefreshView: {
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
            /** @description One for each message; the other fields of a command are those of the last one. */
            commandIds: string[];
            /** @description What is known now of the types that were asked for. */
            certificates: components["schemas"]["StationCertificateView"][];
            /** @description What was answered about each of them, and when. */
            reports: components["schemas"]["CertificateReportView"][];
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
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
        RequestFirmwareUpdate: {
            /**
             * Format: date-time
             * @description Not before this time the station fetches the image; at once by default.
             */
            retrieveAt?: string;
            /**
             * Format: date-time
             * @description Not before this time the station installs it. OCPP 1.6 can say it of signed images only.
             */
            installAt?: string;
            /** @description How often the station tries to fetch the image, before it gives up. */
            retries?: number;
            /** @description Seconds between two attempts. */
            retryInterval?: number;
            /** Format: uuid */
            imageId?: string;
            /** @description An address that the station can fetch from: http, https, ftp, ftps or sftp. Shown with all but its host masked. */
            location?: string;
            /** @description With a location: what the station will report as its version. Without it any new version ends the update. */
            version?: string;
            /**
             * Format: base64
             * @description With a location: the manufacturer's signature in base64; cannot be checked here.
             */
            signature?: string;
            /** @description With a location: the certificate in PEM whose key made the signature. */
            signingCertificate?: string;
            /** @description false: without the image's signature, for stations that know no secure update. By default with it. */
            signed?: boolean;
        };
        /**
         * @description `requested`: the station has not answered; `rejected`: it refused; `superseded`: it was told to install another one;
         *     `timed-out`: nothing was heard of it for too long; `cancelled`: it was never sent.
         * @enum {string}
         */
        FirmwareUpdateState: "requested" | "accepted" | "downloading" | "downloaded" | "installing" | "installed" | "failed" | "rejected" | "superseded" | "timed-out" | "cancelled";
        DownloadsView: {
            /** @description Requests for the image or for parts of it. */
            count: number;
            bytes: number;
            /** Format: date-time */
            lastAt: string | null;
        };
        FirmwareUpdateView: {
            /** Format: uuid */
            id: string;
            /** @description By which the station names it. */
            requestId: number;
            /** Format: uuid */
            imageId: string | null;
            /** Format: uuid */
            campaignId: string | null;
            /**
             * Format: uuid
             * @description The command that asked for it.
             */
            commandId: string;
            /** @description What the station will report once it is installed; null where nobody said. */
            version: string | null;
            versionBefore: string | null;
            /** @description What the station reported at the boot that proved the update; null where it was proved by its status. */
            versionAfter: string | null;
            /** Format: date-time */
            retrieveAt: string;
            /** Format: date-time */
            installAt: string | null;
            retries: number | null;
            /** @description Seconds. */
            retryInterval: number | null;
            /**
             * @description `requested`: the station has not answered; `rejected`: it refused; `superseded`: it was told to install another one;
             *     `timed-out`: nothing was heard of it for too long; `cancelled`: it was never sent.
             */
            state: components["schemas"]["FirmwareUpdateState"];
            /** @description What the station said last. */
            status: string | null;
            /** @description What the station answered to the request; null until it has, and in OCPP 1.6, whose answer is empty. */
            answer: string | null;
            answerInfo: {
                [key: string]: unknown;
            } | null;
            /** @description Why it did not come to its end. */
            failure: string | null;
            /** Format: uuid */
            supersededBy: string | null;
            /** Format: date-time */
            urlExpiresAt: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            lastStatusAt: string | null;
            /**
             * Format: date-time
             * @description When it is given up, unless something is heard of it.
             */
            deadlineAt: string;
            /** Format: date-time */
            endedAt: string | null;
            stationId: string;
            /** @description Where the station fetches the image; what lets it in is masked. */
            location: string;
            signed: boolean;
            downloads: components["schemas"]["DownloadsView"];
        };
        FirmwareUpdateCommandView: {
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
            firmwareUpdate: components["schemas"]["FirmwareUpdateView"];
            stationId: string;
            /** @description What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
            name: string;
            /** @description The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
            ocppVersion: string;
            /** @description The message in that version, e.g. RemoteStartTransaction. */
            action: string;
        };
        FirmwareUpdatePage: {
            items: components["schemas"]["FirmwareUpdateView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        FirmwareStatus: "Downloaded" | "DownloadFailed" | "Downloading" | "DownloadScheduled" | "DownloadPaused" | "Idle" | "InstallationFailed" | "Installing" | "Installed" | "InstallRebooting" | "InstallScheduled" | "InstallVerificationFailed" | "InvalidSignature" | "SignatureVerified" | "CertificateVerified" | "InvalidCertificate" | "RevokedCertificate" | "PublishFailed";
        FirmwareStatusView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description null: about no update that is known
             */
            updateId: string | null;
            /** @description As the station gave it. */
            requestId: number | null;
            status: components["schemas"]["FirmwareStatus"];
            /** Format: date-time */
            receivedAt: string;
            /** @description How often it was said again, with nothing else between. */
            repeats: number;
            /** Format: date-time */
            lastReceivedAt: string;
        };
        FirmwareUpdateDetailView: {
            /** Format: uuid */
            id: string;
            /** @description By which the station names it. */
            requestId: number;
            /** Format: uuid */
            imageId: string | null;
            /** Format: uuid */
            campaignId: string | null;
            /**
             * Format: uuid
             * @description The command that asked for it.
             */
            commandId: string;
            /** @description What the station will report once it is installed; null where nobody said. */
            version: string | null;
            versionBefore: string | null;
            /** @description What the station reported at the boot that proved the update; null where it was proved by its status. */
            versionAfter: string | null;
            /** Format: date-time */
            retrieveAt: string;
            /** Format: date-time */
            installAt: string | null;
            retries: number | null;
            /** @description Seconds. */
            retryInterval: number | null;
            /**
             * @description `requested`: the station has not answered; `rejected`: it refused; `superseded`: it was told to install another one;
             *     `timed-out`: nothing was heard of it for too long; `cancelled`: it was never sent.
             */
            state: components["schemas"]["FirmwareUpdateState"];
            /** @description What the station said last. */
            status: string | null;
            /** @description What the station answered to the request; null until it has, and in OCPP 1.6, whose answer is empty. */
            answer: string | null;
            answerInfo: {
                [key: string]: unknown;
            } | null;
            /** @description Why it did not come to its end. */
            failure: string | null;
            /** Format: uuid */
            supersededBy: string | null;
            /** Format: date-time */
            urlExpiresAt: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            lastStatusAt: string | null;
            /**
             * Format: date-time
             * @description When it is given up, unless something is heard of it.
             */
            deadlineAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Oldest first. */
            statuses: components["schemas"]["FirmwareStatusView"][];
            stationId: string;
            /** @description Where the station fetches the image; what lets it in is masked. */
            location: string;
            signed: boolean;
            downloads: components["schemas"]["DownloadsView"];
        };
        FirmwareStatusPage: {
            items: components["schemas"]["FirmwareStatusView"][];
            nextCursor: string | null;
        };
        StationFilter: {
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
            /**
             * Format: date-time
             * @description Registered or changed by operators at or after this time.
             */
            updatedSince?: string;
        };
        CreateFirmwareCampaign: {
            /**
             * Format: date-time
             * @description Not before this time the station fetches the image; at once by default.
             */
            retrieveAt?: string;
            /**
             * Format: date-time
             * @description Not before this time the station installs it. OCPP 1.6 can say it of signed images only.
             */
            installAt?: string;
            /** @description How often the station tries to fetch the image, before it gives up. */
            retries?: number;
            /** @description Seconds between two attempts. */
            retryInterval?: number;
            name: string;
            /** Format: uuid */
            imageId: string;
            /** @description In the order in which they are asked; or else a filter. */
            stationIds?: string[];
            /** @description As of GET /stations; `{}` means all stations. */
            filter?: components["schemas"]["StationFilter"];
            /** @description Stations of a wave: the next one begins when this one is over. Without it all are one wave. */
            waveSize?: number;
            /**
             * @description Updates that are under way at a time.
             * @default 10
             */
            maxConcurrent: number;
            /**
             * @description The campaign stops by itself when a larger share of those that have finished failed, between 0 and 1.
             * @default 0.2
             */
            maxFailureShare: number;
            /**
             * @description Before so many have finished, the share is not looked at.
             * @default 5
             */
            minFinished: number;
            /** @description false: without the image's signature, for stations that know no secure update. By default with it. */
            signed?: boolean;
        };
        /**
         * @description Paused, stopped and cancelled ones ask nobody; what is under way goes on.
         * @enum {string}
         */
        FirmwareCampaignState: "running" | "paused" | "stopped" | "cancelled" | "completed";
        CampaignProgressView: {
            total: number;
            /** @description Not asked yet, `offline` among them. */
            waiting: number;
            offline: number;
            inProgress: number;
            installed: number;
            failed: number;
            /** @description They have the version already, or cannot be offered the image. */
            skipped: number;
            /** @description The campaign was cancelled before they were asked, or they were told to install something else. */
            cancelled: number;
        };
        FirmwareCampaignView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            imageId: string;
            /** @description Paused, stopped and cancelled ones ask nobody; what is under way goes on. */
            state: components["schemas"]["FirmwareCampaignState"];
            stoppedBecause: string | null;
            waveSize: number | null;
            /** @description The last wave that is being asked. */
            wave: number;
            waves: number;
            maxConcurrent: number;
            minFinished: number;
            /** Format: date-time */
            retrieveAt: string | null;
            /** Format: date-time */
            installAt: string | null;
            retries: number | null;
            retryInterval: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: string | null;
            name: string;
            maxFailureShare: number;
            /** @description Whether a signature of the image is sent with it. */
            signed: boolean;
            progress: components["schemas"]["CampaignProgressView"];
        };
        FirmwareCampaignPage: {
            items: components["schemas"]["FirmwareCampaignView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        FirmwareCampaignStationState: "waiting" | "in-progress" | "installed" | "failed" | "skipped" | "cancelled";
        CampaignStationView: {
            wave: number;
            state: components["schemas"]["FirmwareCampaignStationState"];
            /** @description What the station reports as its version now. */
            firmwareVersion: string | null;
            /** Format: uuid */
            updateId: string | null;
            /** @description What the station said last about its update. */
            status: string | null;
            /** @description Why its update failed, or why it was skipped. */
            reason: string | null;
            stationId: string;
            connected: boolean;
        };
        CampaignStationPage: {
            items: components["schemas"]["CampaignStationView"][];
            nextCursor: string | null;
        };
        ChangeFirmwareCampaign: {
            name?: string;
            /**
             * @description Updates that are under way at a time.
             * @default 10
             */
            maxConcurrent: number;
            /**
             * @description The campaign stops by itself when a larger share of those that have finished failed, between 0 and 1.
             * @default 0.2
             */
            maxFailureShare: number;
            /**
             * @description Before so many have finished, the share is not looked at.
             * @default 5
             */
            minFinished: number;
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
            /** @description Reservations for the token or its group */
            reservations: number;
            /** @description Events, alarms, data transfers, reports about customers and other notices of stations */
            notices: number;
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
    BulkCommands_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["BulkCommandState"];
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
                    "application/json": components["schemas"]["BulkCommandPage"];
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
    BulkCommands_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the same key and body begins nothing and gets the bulk command of the first, as it stands then. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBulkCommand"];
            };
        };
        responses: {
            /** @description The stations are being asked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCommandView"];
                };
            };
            /** @description `validation-failed`: the filter, the route, or the body that it takes */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `role-too-low`: a single station could not be asked with this key either */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: one of `stationIds` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `no-station-matches`; `idempotency-key-reused` */
            422: {
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
    BulkCommands_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulkCommandId: string;
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
                    "application/json": components["schemas"]["BulkCommandView"];
                };
            };
            /** @description `bulk-command-unknown` */
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
    BulkCommands_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulkCommandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCommandView"];
                };
            };
            /** @description `bulk-command-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bulk-command-not-cancellable`: nothing of it is left to cancel */
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
    BulkCommands_stations: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["BulkStationState"];
            };
            header?: never;
            path: {
                bulkCommandId: string;
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
                    "application/json": components["schemas"]["BulkStationPage"];
                };
            };
            /** @description `bulk-command-unknown` */
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
    Stations_import: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description `csv-unreadable`: which line, and why */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `csv-expected` */
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
    DeviceModel_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                component?: string;
                variable?: string;
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
                    "application/json": components["schemas"]["AttributePage"];
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
    NetworkProfiles_read: {
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
                    "application/json": components["schemas"]["NetworkProfilesView"];
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
    NetworkProfiles_prioritize: {
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
                "application/json": components["schemas"]["NetworkPriority"];
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
    NetworkProfiles_set: {
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
                slot: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetProfile"];
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
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `network-slot-in-use`; `network-slot-unknown`: the station does not tell its slot; `security-profile-lower` */
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
    Reports_list: {
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
                    "application/json": components["schemas"]["ReportPage"];
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
    Reports_ask: {
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
                "application/json": components["schemas"]["AskReport"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedReportView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedReportView"];
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
    Reports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
                reportId: string;
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
                    "application/json": components["schemas"]["ReportDetailView"];
                };
            };
            /** @description `station-unknown`, `report-unknown` */
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
    Reset_reset: {
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
                "application/json": components["schemas"]["ResetRequest"];
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
    Reset_list: {
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
                    "application/json": components["schemas"]["ResetPage"];
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
                /** @description Part of the value, the group or the note, in any letter case. Never finds a KeyCode by its value. */
                search?: string;
                /** @description Registered or changed at or after this time. */
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
                    "application/json": components["schemas"]["IdTokenPage"];
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
    IdTokens_import: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description `csv-unreadable`: which line, and why */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `csv-expected` */
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
    LogRequests_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["LogState"];
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
                    "application/json": components["schemas"]["LogRequestPage"];
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
    LogRequests_request: {
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
                "application/json": components["schemas"]["RequestLog"];
            };
        };
        responses: {
            /**
             * @description The station answered
             *
             *     The station answered
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogRequestCommandView"];
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
    LogRequests_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
                    "application/json": components["schemas"]["LogRequestDetailView"];
                };
            };
            /** @description `station-unknown`, `log-request-unknown` */
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
    LogRequests_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
            /** @description `station-unknown`, `log-request-unknown` */
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
    LogRequests_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
                    "application/json": components["schemas"]["LogRequestView"];
                };
            };
            /** @description `station-unknown`, `log-request-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `log-request-ended` */
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
    LogRequests_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
                    "application/octet-stream": string;
                };
            };
            /** @description `station-unknown`, `log-request-unknown`, `log-file-unknown` */
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
    LogRequests_statuses: {
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
                    "application/json": components["schemas"]["LogStatusPage"];
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
    LogFiles_file: {
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
                    "application/octet-stream": string;
                };
            };
            /** @description `station-unknown`, `log-request-unknown`, `log-file-unknown` */
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
    MonitoringReports_reports: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    StationEvents_events: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                trigger?: components["schemas"]["EventTrigger"];
                /** @description Name of the component, in any letter case. */
                component?: string;
                /** @description Name of the variable, in any letter case. */
                variable?: string;
                /** @description Happened at or after this time. */
                from?: string;
                /** @description Happened before this time. */
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
                    "application/json": components["schemas"]["StationEventPage"];
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
    StationEvents_alarmsOf: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                open?: boolean;
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
                    "application/json": components["schemas"]["StationAlarmPage"];
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
    StationEvents_alarms: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                open?: boolean;
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
                    "application/json": components["schemas"]["StationAlarmPage"];
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
    CustomerInformation_list: {
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
                    "application/json": components["schemas"]["CustomerInformationPage"];
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
    CustomerInformation_ask: {
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
                "application/json": components["schemas"]["AskCustomerInformation"];
            };
        };
        responses: {
            /**
             * @description The station answered
             *
             *     The station answered
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedCustomerInformationView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedCustomerInformationView"];
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
    CustomerInformation_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
                    "application/json": components["schemas"]["CustomerInformationDetailView"];
                };
            };
            /** @description `station-unknown`, `customer-information-unknown` */
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
    CustomerInformation_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
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
            /** @description `station-unknown`, `customer-information-unknown` */
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
    SmartCharging_limits: {
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
                    "application/json": components["schemas"]["ChargingLimitsView"];
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
    SmartCharging_history: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    SmartCharging_profiles: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    SmartCharging_needs: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    SmartCharging_schedules: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    Certificates_requests: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
    InstalledCertificates_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                certificateType?: components["schemas"]["CertificateType"];
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
                    "application/json": components["schemas"]["StationCertificatePage"];
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
    InstalledCertificates_install: {
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
                "application/json": components["schemas"]["InstallCertificateRequest"];
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
            /** @description `validation-failed`: the request, or the payload made of it, is wrong; `certificate-invalid`: not one certificate in PEM; `certificate-expired`; `certificate-too-large` */
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
    InstalledCertificates_refresh: {
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
                "application/json": components["schemas"]["RefreshCertificates"];
            };
        };
        responses: {
            /** @description The station answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateRefreshView"];
                };
            };
            /** @description No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateRefreshView"];
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
    InstalledCertificates_delete: {
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
                certificateId: string;
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
            /** @description `station-unknown`: no such station is registered; `certificate-unknown`: the station has not reported it, or not when it was last asked */
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
    DisplayMessage_reports: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
            /** @description `firmware-image-in-use`: updates or campaigns with it have not ended */
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
    FirmwareUpdates_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["FirmwareUpdateState"];
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
                    "application/json": components["schemas"]["FirmwareUpdatePage"];
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
    FirmwareUpdates_request: {
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
                "application/json": components["schemas"]["RequestFirmwareUpdate"];
            };
        };
        responses: {
            /**
             * @description The station answered
             *
             *     The station answered
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareUpdateCommandView"];
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
            /** @description `validation-failed`: the request, or the payload made of it, is wrong; `firmware-signature-invalid`: the signing certificate is not valid when the station will look at it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-unknown`: no such station is registered; `firmware-image-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where the request is repeated with its `Idempotency-Key`); `firmware-image-unsuitable`: the image is for another vendor or model */
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
    FirmwareUpdates_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stationId: string;
                updateId: string;
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
                    "application/json": components["schemas"]["FirmwareUpdateDetailView"];
                };
            };
            /** @description `station-unknown`, `firmware-update-unknown` */
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
    FirmwareUpdates_statuses: {
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
                    "application/json": components["schemas"]["FirmwareStatusPage"];
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
    FirmwareCampaigns_list: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                state?: components["schemas"]["FirmwareCampaignState"];
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
                    "application/json": components["schemas"]["FirmwareCampaignPage"];
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
    FirmwareCampaigns_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFirmwareCampaign"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-image-unknown`, `station-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `no-station-matches` */
            422: {
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
    FirmwareCampaigns_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `firmware-campaign-unknown` */
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
    FirmwareCampaigns_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFirmwareCampaign"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `validation-failed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-campaign-unknown` */
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
    FirmwareCampaigns_stations: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                campaignId: string;
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
                    "application/json": components["schemas"]["CampaignStationPage"];
                };
            };
            /** @description `firmware-campaign-unknown` */
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
    FirmwareCampaigns_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `firmware-campaign-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-campaign-state`: it does not run */
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
    FirmwareCampaigns_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `firmware-campaign-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-campaign-state`: it runs, or has ended */
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
    FirmwareCampaigns_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                    "application/json": components["schemas"]["FirmwareCampaignView"];
                };
            };
            /** @description `firmware-campaign-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `firmware-campaign-state`: it has ended */
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
    Publications_publications: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most */
                limit?: number;
                /** @description `nextCursor` of the page before; absent: the first page */
                cursor?: string;
                evseId?: number;
                requestId?: number;
                /** @description Received at or after this time. */
                from?: string;
                /** @description Received before this time. */
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
                    "application/json": components["schemas"]["NoticePage"];
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
            /** @description `id-token-in-use`: a transaction of it runs, or a reservation for it is open; `transactionIds` or `reservationIds` name them */
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
