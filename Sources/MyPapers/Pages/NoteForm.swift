import Storage
import Web

/// Who reads, and what their notes are sent with.
struct ReadingMember {
    /// Tells this reader's words in this browser from anybody else's.
    let id: String
    let forms: LiveForm.Surroundings
}

/// Where somebody notes what they alone read: on one item, or on the meeting as a whole.
struct NoteForm {
    let place: String
    let label: String
    let note: PrivateNote?
    let reading: ReadingMember
    var rows = 8

    private var form: String { "note-\(place)" }

    var html: HTML {
        LiveForm(
            id: form, deed: "note", after: note?.revision ?? 0, values: [("item", place)]
        ).html(
            reading.forms, button: "Save the note",
            LiveField(
                form: form, name: "text", label: label, hint: "Nobody but you reads it. It saves by itself.",
                typed: reading.forms.typed
            ).longText(note?.text ?? "", rows: rows))
    }
}

/// What keeps the papers of a page on the device on which it was opened, and says so.
struct KeptPapers {
    let reader: String
    /// Addresses that are to be read without a connection.
    let addresses: [Address]
    /// Meetings whose papers stay; nil where the page is about one alone.
    var meetings: [Address]?

    var html: HTML {
        """
        <div class="kept-papers" data-behaviour="papers" data-reader="\(reader)" \
        data-keep="\(addresses.map(\.text).joined(separator: " "))"\
        \(meetings.map { " data-meetings=\"\($0.map(\.text).joined(separator: " "))\"" })>
        <p class="kept-papers__state" role="status" data-kept></p>
        </div>
        """
    }
}
