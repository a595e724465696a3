/** Row maps of overlays and of the areas of authority layers. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  AreaMapping,
  AreaState,
  Audience,
  OverlayBounds,
  OverlayKind,
  TileKind,
  Translations,
} from '@atesto/contract';

/** What only some kinds have. */
export interface OverlayParts {
  url?: string;
  layers?: string;
  format?: string;
  transparent?: boolean;
  tiles?: TileKind;
  deepest?: number;
  bounds?: OverlayBounds | null;
  count?: number;
  authority?: string;
  states?: AreaState[];
  mapping?: AreaMapping;
}

@Entity('overlays')
export class OverlayRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'overlays_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'overlays_pk' })
  id!: string;

  @Column('text')
  kind!: OverlayKind;

  @Column('jsonb')
  names!: Translations;

  @Column('text')
  visibility!: Audience;

  /** The higher, the further up it is drawn. */
  @Column('integer')
  position!: number;

  @Column('integer')
  opacity!: number;

  @Column('text', { default: '' })
  attribution!: string;

  @Column('boolean', { default: true })
  shown!: boolean;

  @Column('integer', { default: 0 })
  min_zoom!: number;

  @Column('integer', { default: 22 })
  max_zoom!: number;

  /** Digest of what is drawn, or the name of a file in the data folder. */
  @Column('text', { nullable: true })
  file!: string | null;

  @Column('jsonb')
  details!: OverlayParts;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('overlay_areas')
@Index('overlay_areas_by_key', ['deployment_id', 'overlay_id', 'area_key'], { unique: true })
export class OverlayAreaRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'overlay_areas_pk' })
  deployment_id!: string;

  /** Made from the layer and the key, so that an area has one history however often the file is replaced. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'overlay_areas_pk' })
  id!: string;

  @Column('uuid')
  overlay_id!: string;

  @Column('text')
  area_key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  source!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  valid_until!: Date | null;
}
