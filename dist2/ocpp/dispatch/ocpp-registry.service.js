var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var OcppRegistry_1;
import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { OCPP_HANDLER } from './ocpp-handler.decorator.js';
/** The handlers of all functional blocks by version and action, read once at the start. */
let OcppRegistry = OcppRegistry_1 = class OcppRegistry {
    discovery;
    scanner;
    reflector;
    logger = new Logger(OcppRegistry_1.name);
    handlers = new Map();
    constructor(discovery, scanner, reflector) {
        this.discovery = discovery;
        this.scanner = scanner;
        this.reflector = reflector;
    }
    onModuleInit() {
        for (const { instance } of this.discovery.getProviders()) {
            if (instance && typeof instance === 'object')
                this.readFrom(instance);
        }
        this.logger.log(`${this.handlers.size} OCPP handlers`);
    }
    get(version, action) {
        return this.handlers.get(`${version} ${action}`)?.handler;
    }
    /** `version action` of every handler, with its class and method. */
    list() {
        return [...this.handlers].map(([key, { where }]) => {
            const [version, action] = key.split(' ');
            return { version, action, where };
        });
    }
    readFrom(instance) {
        for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
            const method = instance[name];
            const meta = this.reflector.get(OCPP_HANDLER, method);
            for (const version of meta?.versions ?? []) {
                this.register(version, meta.action, {
                    handler: method.bind(instance),
                    where: `${instance.constructor.name}.${name}`,
                });
            }
        }
    }
    register(version, action, entry) {
        const key = `${version} ${action}`;
        const other = this.handlers.get(key);
        if (other) {
            throw new Error(`Two handlers for ${action} in OCPP ${version}: ${other.where} and ${entry.where}. Remove @OcppHandler from one.`);
        }
        this.handlers.set(key, entry);
    }
};
OcppRegistry = OcppRegistry_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DiscoveryService,
        MetadataScanner,
        Reflector])
], OcppRegistry);
export { OcppRegistry };
//# sourceMappingURL=ocpp-registry.service.js.map