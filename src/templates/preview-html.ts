import type { RenderedNotice } from './render-notice.ts';

/** The HTML with its attached pictures inside, for showing a notice outside a mail client. */
export function previewHtml(notice: Pick<RenderedNotice, 'html' | 'attachments'>): string {
  return notice.attachments.reduce((html, { cid, contentType, content }) => {
    const data = `data:${contentType};base64,${Buffer.from(content).toString('base64')}`;
    return html.replaceAll(`src="cid:${cid}"`, `src="${data}"`);
  }, notice.html);
}
