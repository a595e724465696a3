/** Row maps of offers and of the contacts of those who offer, which are sealed and erased after their term. */
import { Column, Entity, Index, PrimaryColumn, type Point } from 'typeorm';
import type { NeedKind, SaidOfOffer } from '@atesto/contract';

@Entity('offers')
@Index('offers_by_time', ['deployment_id', 'at', 'id'])
@Index('offers_by_kind', ['deployment_id', 'kind', 'until'])
@Index('offers_by_location', { synchronize: false })
export class OfferRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offers_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offers_pk' })
  id!: string;

  @Column('text')
  kind!: NeedKind;

  @Column('text', { default: '' })
  what!: string;

  @Column('integer')
  quantity!: number;

  @Column('text', { default: '' })
  unit!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;

  @Column('timestamptz')
  until!: Date;

  @Column('uuid', { nullable: true })
  organisation_id!: string | null;

  @Column('text', { default: 'offered' })
  status!: SaidOfOffer;

  @Column('boolean', { default: false })
  contactable!: boolean;

  /** Tells the same offer sent again from another under its id; keyed, and erased with the contact. */
  @Column('bytea', { nullable: true })
  content_tag!: Buffer | null;

  @Column('timestamptz')
  at!: Date;
}

@Entity('offer_contacts')
export class OfferContactRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offer_contacts_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offer_contacts_pk' })
  offer_id!: string;

  /** Name and addresses as JSON, encrypted. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  at!: Date;
}
