package org.headcoach.notices;

/** There is something to send. Fired in the transaction of the post. */
record NoticePosted() {
}
