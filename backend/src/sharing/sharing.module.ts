/** Sharing incidents with other deployments: partners, what goes to them, what comes from them. */
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { GatewaysModule } from '../gateways/index.js';
import { DecideShared } from './decide-shared.js';
import { ForgetHeard } from './forget-heard.js';
import { HearMessage } from './hear-message.js';
import { KeepPartners } from './keep-partners.js';
import { PartnerCall } from './partner-call.js';
import { PartnersController } from './partners.controller.js';
import { SendShares } from './send-shares.js';
import { ShareIncident } from './share-incident.js';
import { ShareReader } from './share-reader.js';
import { SharingDoor } from './sharing-door.js';
import { SharingDoorController } from './sharing-door.controller.js';
import { SharingReader } from './sharing-reader.js';
import { SharingController } from './sharing.controller.js';
import { TellPartner } from './tell-partner.js';
import { TellShare } from './tell-share.js';
import { WriteShared } from './write-shared.js';

@Module({
  imports: [DeploymentsModule, GatewaysModule],
  controllers: [PartnersController, SharingController, SharingDoorController],
  providers: [
    DecideShared,
    ForgetHeard,
    HearMessage,
    KeepPartners,
    PartnerCall,
    SendShares,
    ShareIncident,
    ShareReader,
    SharingDoor,
    SharingReader,
    TellPartner,
    TellShare,
    WriteShared,
  ],
})
export class SharingModule {}
