/** What leaves the house by mail and webhook: an outbox that sends each notice once. Read {@link org.headcoach.notices.NoticeService} first. */
package org.headcoach.notices;
