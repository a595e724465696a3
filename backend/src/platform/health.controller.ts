/** Tells orchestrators whether the process lives and whether it can work. */
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from './access.js';
import { Database } from './database.js';
import { unavailable } from './problem.js';

const patienceMs = 3_000;

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @Anyone()
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 only when the database answers and every migration has run. */
  @Get('readyz')
  @Anyone()
  async ready(): Promise<{ status: 'ready' }> {
    const known = this.database.dataSource.migrations.length;
    const asked = this.database.query<{ done: string }>('select count(*) as done from migrations');
    const timer = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
    const rows = await Promise.race([asked, timer]).catch(() => null);
    if (rows === null || Number(rows[0]?.done) < known) throw unavailable();
    return { status: 'ready' };
  }
}
