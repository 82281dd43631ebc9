import Web

extension DocumentNotes.Said {
    /// As a page shows it: a note that others refer to has a place of its own there.
    var html: HTML? {
        guard !notes.isEmpty || !again.isEmpty else { return nil }
        let before: HTML = again.enumerated().html { index, number in
            let joint = index == 0 ? "" : index == again.count - 1 ? " and " : ", "
            return "\(joint)<a href=\"#note-\("\(number)")\">note \(number)</a>"
        }
        return """
            \(notes.html { note in
                """
                <p class="citation"\(note.number.map { " id=\"note-\("\($0)")\"" as HTML })>\
                \(note.number.map { "<strong>Note \($0).</strong> " as HTML })\(note.text)</p>

                """
            })\(again.isEmpty ? nil : "<p class=\"citation\">See \(before).</p>" as HTML)
            """
    }
}
