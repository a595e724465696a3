import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DeploymentsModule } from '../deployments/index.js';
import { CLOCK, Database, Jobs, type Clock } from '../platform/index.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeysController } from './api-keys.controller.js';
import { forgetKeyUses } from './api-keys.queries.js';
import { deleteExpiredSessions } from './accounts.queries.js';
import { FirstAdministrator } from './first-administrator.js';
import { KeepApiKeys } from './keep-api-keys.js';
import { KeyUsage } from './key-usage.js';
import { Members } from './members.js';
import { PeopleController } from './people.controller.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { CheckCredentials } from './sign-in.js';
import { WhoAsks } from './who-asks.js';

/** How long it is told how much a key was used. */
const keptDays = 90;

@Module({
  imports: [DeploymentsModule],
  controllers: [SessionController, PeopleController, ApiKeysController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    Sessions,
    CheckCredentials,
    WhoAsks,
    Members,
    KeepApiKeys,
    KeyUsage,
    FirstAdministrator,
  ],
  exports: [WhoAsks, FirstAdministrator],
})
export class AccountsModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('end-sessions', '17 3 * * *', () => deleteExpiredSessions(this.database, this.clock.now()));
    await this.jobs.every('forget-key-uses', '41 3 * * *', () =>
      forgetKeyUses(this.database, new Date(this.clock.now().getTime() - keptDays * 86_400_000)),
    );
  }
}
