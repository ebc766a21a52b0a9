const VOLTS = 230;
/** Above this a real station draws from three phases. */
const SINGLE_PHASE_W = 7360;
/** The energy meter of an EVSE: its register only grows, with the power that flows. */
export class Meter {
    clock;
    registerWh;
    speed;
    powerW = 0;
    since;
    constructor(clock, registerWh, 
    /** Energy grows this much faster than the clock, so that a demonstration shows something. */
    speed) {
        this.clock = clock;
        this.registerWh = registerWh;
        this.speed = speed;
        this.since = clock.monotonic();
    }
    get energyWh() {
        const hours = (this.clock.monotonic() - this.since) / 3_600_000;
        return this.registerWh + this.powerW * hours * this.speed;
    }
    /** Changes the power that flows from now on. */
    draw(powerW) {
        this.registerWh = this.energyWh;
        this.since = this.clock.monotonic();
        this.powerW = powerW;
    }
    /** Energy that passes in no time. */
    add(energyWh) {
        this.registerWh += energyWh;
    }
    /** What the display shows; whole Wh, since 1.6 bills in them. */
    read() {
        const phases = this.powerW > SINGLE_PHASE_W ? 3 : 1;
        const amperes = Math.round((this.powerW / phases / VOLTS) * 10) / 10;
        return {
            energyWh: Math.round(this.energyWh),
            powerW: this.powerW,
            currentA: Array.from({ length: phases }, () => amperes),
            voltageV: VOLTS,
        };
    }
}
//# sourceMappingURL=meter.js.map