import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { IncidentsModule } from '../incidents/index.js';
import { Jobs } from '../platform/index.js';
import { ChangeNeeds } from './change-needs.js';
import { ChangeTasks } from './change-tasks.js';
import { DispatchReader } from './dispatch-reader.js';
import { DispatchController } from './dispatch.controller.js';
import { ChangeOffers } from './offers/change-offers.js';
import { EraseOfferContacts } from './offers/erase-offer-contacts.js';
import { OfferReader } from './offers/offer-reader.js';
import { OffersController } from './offers/offers.controller.js';
import { TakeOffers } from './offers/take-offers.js';
import { OutcomeReader } from './outcome-reader.js';

@Module({
  imports: [DeploymentsModule, IncidentsModule],
  controllers: [DispatchController, OffersController],
  providers: [
    ChangeNeeds,
    ChangeTasks,
    DispatchReader,
    OutcomeReader,
    TakeOffers,
    ChangeOffers,
    OfferReader,
    EraseOfferContacts,
  ],
  exports: [TakeOffers],
})
export class DispatchModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly eraseContacts: EraseOfferContacts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('erase-offer-contacts', '43 2 * * *', () => this.eraseContacts.run());
  }
}
