/** Row map of `report_marks`: under which marks a report is found by those that may be the same. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('report_marks')
export class ReportMarkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_marks_pk' })
  deployment_id!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'report_marks_pk' })
  mark!: string;

  /** When it was seen, or else received: of many under one mark the nearest in time are looked at. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'report_marks_pk' })
  at!: Date;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_marks_pk' })
  report_id!: string;
}
