import Storage

extension Reading {
    /// What minutes are called, by how entries address them.
    func minutesNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<MinutedMeeting>($0) }
        let found = try rows(
            "SELECT meeting, title FROM minutes WHERE partnership = \(partnership) AND meeting IN \(ids)"
        ).map { row in
            try ((row("meeting") as ID<MinutedMeeting>).description, "minutes: \(row("title") as String)")
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
