/** The words of alerts in this language: ar. */
import type { AlertTexts } from './en.js';

export const ar: AlertTexts = {
  news: { public: 'جديد', high: 'أصبح خطيرًا', critical: 'أصبح حرجًا', resolved: 'انتهى' },
  severities: { low: 'طفيف', normal: 'عادي', high: 'خطير', critical: 'حرج' },
  comma: '، ',
  noCategory: 'دون فئة',
  many: 'عدد الحوادث: {count}',
  more: 'وغيرها: {count}',
  why: 'تصلكم هذه الرسالة لأنكم طلبتموها على هذا العنوان.',
  stop: 'إيقاف',
  fromResponders: 'أرسلها المستجيبون. كل رسائلهم:',
  question: '{deployment}: يرجى تأكيد تنبيهاتكم',
  asked: 'طلب شخص ما، ربما أنتم، أن تصل تنبيهات {deployment} إلى هذا العنوان:',
  press: 'لتصلكم التنبيهات، افتحوا هذه الصفحة واضغطوا الزر فيها:',
  ignore: 'إن لم تطلبوا ذلك فلا تفعلوا شيئًا: يُمحى عنوانكم خلال 48 ساعة.',
  code: '{deployment}: رمزكم للتنبيهات هو {code}. إن لم تطلبوه فلا تفعلوا شيئًا.',
  around: 'على مسافة {distance} حول {place}',
  everywhere: 'كل {deployment}',
  drawn: 'المنطقة التي رسمتموها',
  allCategories: 'كل الفئات',
  atLeast: 'على الأقل: {severity}',
  feed: '{deployment}: تنبيهات',
};
