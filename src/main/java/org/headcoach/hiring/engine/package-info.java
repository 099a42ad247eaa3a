/** The arithmetic of hiring, plain Java over records: the mean of a card, coverage, agreement, conversion. Read {@link org.headcoach.hiring.engine.Formula} first. */
package org.headcoach.hiring.engine;
