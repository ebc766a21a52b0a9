import { ApiProblem, type Api, type Operator } from './operator.js';

/** What has to be there before a test begins. Saying it twice is no mistake: the last word holds. */
export class Given {
  private readonly passwords = new Map<string, string>();

  constructor(private readonly operator: () => Operator) {}

  /** A registered token; an accepted ISO14443 card unless told otherwise. */
  async idToken(token: Partial<Api<'CreateIdToken'>> & { value: string }): Promise<Api<'IdTokenView'>> {
    const operator = this.operator();
    const { value, type = 'ISO14443', ...rest } = token;
    const made = await operator.post('/id-tokens', { value, type, ...rest });
    if (made.status === 201) return made.body;
    if (made.status !== 409) throw new ApiProblem(made.status, made.body);
    const change = { status: 'Accepted', expiresAt: null, ...rest };
    return (await operator.patch(`/id-tokens/${made.body.id}`, change)).body;
  }

  /** The rules of a group of tokens. */
  async group(groupId: string, rules: Api<'IdTokenGroupRules'>): Promise<Api<'IdTokenGroupView'>> {
    const answer = await this.operator().put(`/id-token-groups/${encodeURIComponent(groupId)}`, rules);
    if (answer.status >= 300) throw new ApiProblem(answer.status, answer.body);
    return answer.body;
  }

  /**
   * A registered station.
   * @returns its password
   */
  async station(stationId: string, properties: Partial<Api<'RegisterStation'>> = {}): Promise<string> {
    const known = this.passwords.get(stationId.toLowerCase());
    if (known !== undefined) {
      if (Object.keys(properties).length > 0) await this.operator().changeStation(stationId, properties);
      return known;
    }
    const { password } = await this.operator().register({ stationId, ...properties });
    this.passwords.set(stationId.toLowerCase(), password ?? '');
    return password ?? '';
  }
}
