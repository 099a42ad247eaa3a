/**
 * Reading and writing tables as people exchange them: CSV in any usual encoding, and XLSX. Read
 * {@link org.headcoach.shared.tables.TableFile} first.
 */
package org.headcoach.shared.tables;
