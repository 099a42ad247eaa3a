/** The pages of pay. Read {@link org.headcoach.compensation.web.MyPayView} first. */
package org.headcoach.compensation.web;
