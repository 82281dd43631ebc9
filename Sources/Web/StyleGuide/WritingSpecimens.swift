import Foundation
import Markdown
import Wording

/// Specimens of what people write, what was done, and what happens when two write at once.
extension StyleGuideTrial {
    var writing: [StyleGuide.Specimen] {
        [
            .init(
                "prose", "Prose",
                "What people wrote in Markdown. Its headings stand below the page’s; typed markup stays words.",
                Prose(Markdown(Self.prose), under: 2).html),
            .init(
                "timeline", "Timeline", "For what happened to one thing, newest or oldest first, never mixed.",
                Timeline(
                    "A decision",
                    [
                        .init("Aysha Bell proposed it", at: Self.moment, by: "Testham Borough Council"),
                        .init(
                            "The executive group agreed", at: Self.moment.addingTimeInterval(86_400 * 13),
                            isTimed: true,
                            detail: "<p>Two abstained. <a href=\"#timeline\">The minutes</a></p>"),
                        .init("Published", at: Self.moment.addingTimeInterval(86_400 * 20)),
                    ]
                ).html),
            .init(
                "conflict", "Two at once",
                "When somebody saved the same text first. Both versions stay; the second person chooses.", conflict),
            .init(
                "form-conflict", "Two at once, in a form",
                "When somebody saved the same form first. What only they changed is in it; what both did says who, to what and "
                    + "when, and keeps what was typed.", Self.formConflict),
        ]
    }

    private static let formConflict: HTML = {
        let name = "specimen-body"
        let refusals = Refusals(
            "Aysha Bell changed this to “Safer Streets Group” at 14:05, while you were writing. Yours is in the box: "
                + "choose what to keep, and save again.", field: name)
        return Field(name, "Its name", value: "Safer Harbour Group", refusals: refusals).html
    }()

    /// Specimens of states that come of doing something.
    var states: [StyleGuide.Specimen] {
        [
            .init(
                "confirmation", "Confirmation",
                "Before what cannot be undone: what will happen, a button that says what it does, a way back.",
                Confirmation(
                    "Close the harbour task group?",
                    consequences: [
                        "Its five members lose their seats today.",
                        "Its minutes and decisions stay where they are, and stay public.",
                        "Nobody can open it again; a new group would have to be set up.",
                    ], verb: "Close the group", to: "/style-guide", visit,
                    wayBack: Mention(at: "/style-guide", titled: "Keep it open")
                ).html),
            .init(
                "undo", "Undo", "After what can be undone, in place of asking first.",
                UndoNotice("Victim Support was removed.", undoing: "/style-guide", visit).html),
            .init(
                "disclosure", "Disclosure", "For what few need and none must read. Not for help that many need.",
                """
                \(Disclosure("24 files from data.police.uk", "<p>What was folded away.</p>").html)
                \(Disclosure("What is an LSOA?", Self.smallAreas, isOpen: true, isHelp: true).html)
                """),
        ]
    }

    private var conflict: HTML {
        ConflictScreen(
            EditConflict(
                base: "The group met at the town hall.\nLighting in Northbrook is to be looked at.\nNext meeting: May.",
                theirs:
                    "The group met at the town hall.\nLighting in Northbrook is to be repaired by April.\nNext meeting: May.",
                mine:
                    "The group met in the library.\nLighting in Northbrook is to be looked at by the council.\nNext meeting: 9 May."
            ),
            of: "specimen-minutes", "Minutes", savedBy: "Aysha Bell", to: "/style-guide", visit,
            wayBack: Mention(at: "/style-guide", titled: "Leave it as it is saved")
        ).html
    }

    private static let smallAreas: HTML = """
        <p>A small area of some 1,500 residents, drawn by the Office for National Statistics so that areas can be \
        compared.</p>
        """

    /// 26 January 2016 at noon.
    private static let moment = Date(timeIntervalSince1970: 1_453_809_600)

    private static let prose = """
        # What residents told us

        Of **412** who answered, most named *burglary* first. The [whole survey](/style-guide) is here.

        1. Lighting in Northbrook
        2. Noise at the harbour
           - on Fridays
           - in summer

        > Nobody came when I rang.

        ### In figures

        | Ward | Answers |
        |:--|--:|
        | Northbrook | 131 |
        | Harbour | 96 |

        <b>Typed markup</b> stays as it was typed.
        """
}
