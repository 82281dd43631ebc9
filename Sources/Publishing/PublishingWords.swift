import Membership
import Storage

extension EntryWords {
    /// How the entries of this module are told.
    public static let ofPublishing = EntryWords(
        kinds: [EntryKind("publication", "Publications") { try $0.publicationNames($1) }],
        tellings: [
            Telling(
                .versionPublished, on: "publication", "published", "publish", to: .holders(Permission.seeWhoIsWho.name)),
            Telling(
                .versionWithdrawn, on: "publication", "withdrew a published version of",
                "withdraw a published version of", to: .holders(Permission.seeWhoIsWho.name)),
            Telling(
                .versionNoted, on: "publication", "told readers what was revised since of",
                "tell readers what was revised since of", to: .holders(Permission.seeWhoIsWho.name)),
            Telling(
                .bodyPublished, on: "body", "published the members of", "publish the members of",
                to: .holders(Permission.seeWhoIsWho.name)),
        ],
        fields: [
            EntryField("version", "Version"), EntryField("hash", "Fingerprint (SHA-256)"),
            EntryField("told readers", "Told readers"),
            EntryField("duties not met", "Duties with nothing written"), EntryField("open comments", "Open comments"),
        ])
}

extension Act {
    static let versionPublished = Act("version published", "A document was laid before everybody.")
    static let versionWithdrawn = Act("version withdrawn", "A published version was taken away from readers.")
    static let versionNoted = Act(
        "version noted", "Readers of a published version were told that its sources were revised since.")
    static let bodyPublished = Act("body published", "What a body is, and who sits on it, was laid before everybody.")

    /// The acts of this module.
    public static let ofPublishing: [Act] = [.versionPublished, .versionWithdrawn, .versionNoted, .bodyPublished]
}
