/** Appointments as a file that every calendar takes. Read {@link org.headcoach.shared.calendar.CalendarFile} first. */
package org.headcoach.shared.calendar;
