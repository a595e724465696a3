/** What lies over the map, and the areas whose state an authority keeps. Shapes are files: no geometry engine sees them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepImagesOf } from './row-images.js';

const statements = [
  `create table overlays (
     deployment_id uuid not null,
     id uuid not null,
     kind text not null,
     names jsonb not null,
     visibility text not null,
     position integer not null,
     opacity integer not null,
     attribution text not null default '',
     shown boolean not null default true,
     min_zoom integer not null default 0,
     max_zoom integer not null default 22,
     file text,
     details jsonb not null,
     version integer not null default 1,
     constraint overlays_pk primary key (deployment_id, id)
   )`,
  `create table overlay_areas (
     deployment_id uuid not null,
     id uuid not null,
     overlay_id uuid not null,
     area_key text not null,
     name text not null,
     state text not null,
     note text,
     source text not null,
     since timestamptz not null,
     valid_until timestamptz,
     constraint overlay_areas_pk primary key (deployment_id, id)
   )`,
  'create unique index overlay_areas_by_key on overlay_areas (deployment_id, overlay_id, area_key)',
  keepImagesOf('overlays'),
  keepImagesOf('overlay_areas'),
];

export class Overlays1764400701000 implements MigrationInterface {
  readonly name = 'Overlays1764400701000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['overlay_areas', 'overlays']) await runner.query(`drop table ${table}`);
  }
}
