var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../../common/problems.js';
import { Secrets } from '../../../common/secrets.js';
import { authorizationKeyOf, passwordBytes, passwordProblem } from '../station-password.js';
/** Makes the passwords of stations. */
let StationCredentials = class StationCredentials {
    secrets;
    constructor(secrets) {
        this.secrets = secrets;
    }
    /** Hashes the password that was chosen, or generates one. @throws ValidationFailedError for an unfit one */
    async make({ password, passwordHex }) {
        if (password !== undefined && passwordHex !== undefined) {
            throw new ValidationFailedError('Give password or passwordHex, not both.');
        }
        const chosen = passwordHex ?? password;
        if (chosen === undefined)
            return this.generate();
        const problem = passwordProblem(chosen);
        if (problem)
            throw new ValidationFailedError(problem);
        return shown(chosen, await this.secrets.hashChosenSecret(passwordBytes(chosen)));
    }
    generate() {
        const password = this.secrets.generateStationPassword();
        return shown(password, this.secrets.hashRandomSecret(passwordBytes(password)));
    }
};
StationCredentials = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Secrets])
], StationCredentials);
export { StationCredentials };
const shown = (password, hash) => ({
    password,
    passwordHex: authorizationKeyOf(password),
    hash,
});
//# sourceMappingURL=station-credentials.js.map