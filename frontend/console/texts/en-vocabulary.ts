/** The closed sets of the contract in English words. */
import type {
  Channel,
  Delivery,
  IncidentStatus,
  JournalKind,
  MemberRole,
  Permission,
  RejectionReason,
  ReportStatus,
  Severity,
  Visibility,
} from '@atesto/contract';

const reportStatus: Record<ReportStatus, string> = {
  new: 'New',
  in_review: 'In review',
  needs_info: 'Asked',
  verified: 'Verified',
  rejected: 'Rejected',
};

const incidentStatus: Record<IncidentStatus, string> = { open: 'Open', responding: 'Responding', resolved: 'Resolved' };
const severity: Record<Severity, string> = { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' };
const visibility: Record<Visibility, string> = { public: 'Public', internal: 'Internal' };

const delivery: Record<Delivery, string> = {
  queued: 'waits to be sent',
  handed: 'handed to the gateway',
  sent: 'sent',
  delivered: 'arrived',
  failed: 'not delivered',
  withheld: 'not sent',
};

const sender = {
  standing: 'Messages of this person',
  unknown: 'Nothing special',
  trusted: 'Trusted: never held back',
  blocked: 'Blocked: not taken any more',
  optedOut: 'This person wants no messages from us.',
  first: 'Nothing else came from this person.',
  others: 'Also from this person ({count}):',
  wordless: 'Without words',
};

const channel: Record<Channel, string> = {
  web: 'Web',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  ussd: 'USSD',
  voice: 'Voice',
  email: 'E-mail',
  odk: 'ODK',
  open311: 'Open311',
  feed: 'Feed',
  import: 'Import',
};

const rejection: Record<RejectionReason, string> = {
  false: 'Not true',
  duplicate: 'Duplicate',
  spam: 'Spam',
  out_of_area: 'Outside the area',
  not_actionable: 'Nothing can be done with it',
  other: 'Another reason',
};

const role: Record<MemberRole | 'admin', string> = {
  viewer: 'Viewer',
  responder: 'Responder',
  coordinator: 'Coordinator',
  admin: 'Administrator',
};

const permission: Record<Permission, string> = {
  'reports.read': 'Read reports',
  'reports.triage': 'Triage reports',
  'reporters.read': 'See contacts of reporters',
  'incidents.read': 'Read internal incidents',
  'exports.read': 'Export',
  'imports.run': 'Import',
  'deployment.edit': 'Change the deployment',
  'members.edit': 'Manage people',
};

const journal: Record<JournalKind, string> = {
  'report.received': 'Report received',
  'report.claimed': 'Claimed',
  'report.released': 'Released',
  'report.changed': 'Changed',
  'report.verified': 'Verified',
  'report.rejected': 'Rejected',
  'report.reopened': 'Reopened',
  'report.asked': 'Reporter asked',
  'report.answered': 'Reporter answered',
  'report.delivery_changed': 'News of a message’s delivery',
  'report.admitted': 'Admitted from quarantine',
  'report.quarantined': 'Put into quarantine',
  'report.photo_added': 'Photo arrived',
  'report.recording_added': 'Recording arrived',
  'report.transcribed': 'Recording written down',
  'report.assigned': 'Assigned',
  'note.added': 'Note of the team',
  'hand_over.made': 'Handed over',
  'reporter.viewed': 'Contact looked at',
  'reporter.erased': 'Contact erased',
  'sender.changed': 'Sender judged',
  'gateway.created': 'Channel set up',
  'gateway.changed': 'Channel changed',
  'gateway.removed': 'Channel removed',
  'incident.opened': 'Incident opened',
  'incident.changed': 'Incident changed',
  'incident.status_changed': 'Status changed',
  'incident.report_added': 'Report added',
  'incident.report_removed': 'Report taken out',
  'incident.merged': 'Merged',
  'incident.split': 'Split',
  'report.undone': 'Taken back',
  'incident.undone': 'Taken back',
  'action.undone': 'Taken back',
  'incident.assigned': 'Assigned',
  'incident.confirmed': 'Seen by somebody else too',
  'incident.evidence_added': 'Evidence added',
  'incident.evidence_withdrawn': 'Evidence withdrawn',
  'incident.seconded': 'Confirmed by a second person',
  'incident.need_added': 'Need added',
  'incident.need_withdrawn': 'Need taken back',
  'incident.task_added': 'Task given',
  'incident.task_changed': 'Task moved on',
  'incident.outcome_told': 'A reporter says whether it is over',
  'incident.second_withdrawn': 'No longer confirmed by a second person',
  'deployment.created': 'Deployment created',
  'deployment.changed': 'Deployment changed',
  'categories.changed': 'Categories changed',
  'answers.changed': 'Ready answers changed',
  'words.changed': 'Words for suggestions changed',
  'replay.changed': 'Replay started, paced or ended',
  'view.created': 'View saved',
  'view.changed': 'View changed',
  'view.removed': 'View removed',
  'member.changed': 'Member changed',
  'member.removed': 'Member removed',
  'api_key.created': 'API key created',
  'api_key.revoked': 'API key revoked',
  'export.taken': 'Exported',
};

/** Names of fields as the journal's data says them. */
const field = {
  title: 'Title',
  description: 'Description',
  category: 'Category',
  priority: 'Priority',
  severity: 'Severity',
  status: 'Status',
  visibility: 'Visibility',
  place: 'Place',
  location: 'Place on the map',
  reason: 'Reason',
  note: 'Note',
  text: 'Text',
  transcript: 'What is said',
  assignee: 'Assigned to',
  takenFrom: 'Taken over from',
  confidence: 'How sure',
  evidence: 'Evidence',
  task: 'Task',
  outcome: 'Outcome',
  what: 'What',
  quantity: 'How many',
  url: 'Address',
};

export const vocabulary = {
  reportStatus,
  incidentStatus,
  severity,
  visibility,
  channel,
  delivery,
  sender,
  rejection,
  role,
  permission,
  journal,
  field,
  system: 'System',
  reporterDid: 'Reporter',
};
