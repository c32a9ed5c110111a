/// Version 7: indexes that leave out the rows which do not lead where they lead. A tag belongs to a contact, a company or a deal, and
/// stood in the indexes of all three. The rows of a list stand in them in their order.
let migration7 =
    indexes(
        of: ["phone", "email", "address", "property"], by: ["contact", "company"], then: "ordinal")
    + indexes(of: ["tag"], by: ["contact", "company", "opportunity"], then: "ordinal")
    + indexes(
        of: ["external_id"], by: ["company", "contact", "opportunity", "call", "meeting", "follow_up", "note"],
        then: "ordinal")
    + indexes(of: ["alarm"], by: ["follow_up", "meeting"], then: "ordinal")
    + indexes(of: ["call", "note"], by: ["company", "opportunity"], then: "at")
    + indexes(of: ["meeting", "follow_up"], by: ["company", "opportunity"], then: nil)
    + indexes(of: ["opportunity"], by: ["reason"], then: nil)
        // These always lead somewhere; SQLite would not use an index that says so.
        + """
        DROP INDEX attendee_meeting;
        CREATE INDEX attendee_meeting ON attendee (meeting_id, ordinal);
        DROP INDEX role_opportunity;
        CREATE INDEX role_opportunity ON role (opportunity_id, ordinal);
        """

private func indexes(of tables: [String], by owners: [String], then order: String?) -> String {
    var sql = ""
    for table in tables {
        for owner in owners {
            let columns = ["\(owner)_id"] + (order.map { [$0] } ?? [])
            sql += """
                DROP INDEX \(table)_\(owner);
                CREATE INDEX \(table)_\(owner) ON \(table) (\(columns.joined(separator: ", ")))
                    WHERE \(owner)_id IS NOT NULL;

                """
        }
    }
    return sql
}
