/** The pages of pay: plans and who is on them. Read {@link org.headcoach.compensation.web.PlanEditorView} first. */
package org.headcoach.compensation.web;
