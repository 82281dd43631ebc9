import Press

/// Everything that a pack says, already as people read it: what `Papers/agenda.typ` sets.
struct PackWords: Encodable, Sendable {
    var title: String
    /// "Extraordinary meeting"; empty for an ordinary one.
    var kind: String
    var partnership: String
    var accent: String
    /// "3 February 2016"
    var publishedOn: String
    var reference: String
    var contact: Contact
    /// "A meeting of the … will be held at 7.00 pm on Tuesday 9 February 2016 in …"
    var sentence: String
    var joining: String
    var note: String
    var calledOff: String
    /// Said on the front of an example.
    var exampleNotice: String
    var membership: String
    /// Why it is published later than its rules ask; empty where it is in time.
    var late: String
    /// "Agenda", "Supplementary agenda 1"
    var heading: String
    /// At the head of every page of the papers.
    var running: String
    var inBrief: String
    var items: [Item]
    var changes: [String]
    /// The address that always opens the current pack.
    var link: String
    var qr: Bool
    /// Before every page number: "S" in what comes later.
    var prefix: String
    /// The first page's number.
    var start: Int
    /// Across the pages of what is kept from the public.
    var watermark: String
    var draft: Bool
    /// Of what a pack of everything is made; empty of any other.
    var madeOf = ""
    /// What stands over ``changes``.
    var changesHeading = "What is different from what was published before"

    struct Contact: Encodable, Sendable {
        var name: String
        var telephone: String
        var email: String
    }

    struct Item: Encodable, Sendable {
        var number: Int
        var title: String
        var text: PaperProse?
        /// What is said in italics: that a report replaces another, why it is late, that it is kept back.
        var notes: [String]
        var papers: [Paper]
        /// Papers of it that are in another document: "Report, pages 5 to 20 of the agenda".
        var elsewhere: [String]
    }

    /// Pages that are called as they were when they were printed first.
    struct Label: Encodable, Hashable, Sendable {
        /// "S"
        var prefix: String
        var start: Int
        /// "Supplementary agenda 1"
        var from: String
    }

    struct Paper: Encodable, Sendable {
        var key: String
        var title: String
        /// "text", "report" or "file"
        var sort: String
        var prose: PaperProse?
        var file: String?
        var description: String?
        var notes: [String]
        /// Whether it is kept from the public.
        var closed: Bool
        /// What its pages are called, where that is not what follows from the pack.
        var label: Label?
    }
}
