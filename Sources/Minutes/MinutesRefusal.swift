import Storage
import Wording

/// Why something cannot stand in minutes, in the words a person should read.
public enum MinutesRefusal: Refused, Hashable {
    case notHere
    case calledOff
    case isConfirmed
    case unreadable
    case noSubstitutes
    case substituteWanted
    case badTime
    case notEntitled(String)
    case sameMoverAndSeconder
    case notNow(String)
    case amendmentOpen
    case wantsConsent
    case notItsMover
    case inquorate(here: Int, needed: Int)
    case byNameOnly
    case tooManyHands(Int, here: Int)
    case moreNamesThanHands(Vote.Choice)
    case noHands
    case namesMissing([String])
    case nobodyMore(String)
    case notTied
    case nobodyPresides
    case takesNoPart(String)
    case wordsWanted(String)
    case badYear
    case nothingToCirculate
    case unanswered(Int)
    case notSuitable
    case obstacles([String])
    case neverPublic
    case notAnnounced
    case changedMeanwhile
    case notHeld(String)
    case notExcluded(Int, String, String?)
    case earlierFirst([String])
    case notMinuted(String, Int, String)

    public var reason: String {
        switch self {
        case .notHere: "That is not in these minutes any more. Load the page again"
        case .calledOff: "This meeting is called off, so there is nothing to take minutes of"
        case .isConfirmed: "These minutes are confirmed and never changed. What is wrong is put right in the next ones"
        case .unreadable: "The form could not be read. Load the page again"
        case .noSubstitutes: "This body’s rules allow no substitutes. Enter apologies alone"
        case .substituteWanted: "Say who sits in for them"
        case .badTime: "Enter a time like 8.25 pm"
        case .notEntitled(let who): "\(who) is not entered as here with a vote on this item. Look at who is here"
        case .sameMoverAndSeconder: "Whoever moved it cannot second it. Choose somebody else"
        case .notNow(let why): why
        case .amendmentOpen: "An amendment is open. Settle it first: it is voted on before the motion"
        case .wantsConsent: "It was seconded, so the meeting must agree that it is withdrawn. Tick that it did"
        case .notItsMover: "Only whoever moved it can withdraw it"
        case .inquorate(let here, let needed):
            "\(here) voting members are here and \(needed) are needed, so the meeting cannot decide anything"
        case .byNameOnly:
            "This meeting decides a budget or a council tax: enter for each member how they voted (SI 2014/165)"
        case .tooManyHands(let hands, let here): "\(hands) votes were counted, and \(here) may vote. Count again"
        case .moreNamesThanHands(let choice):
            "More of those who asked that their vote is recorded \(choice.told) than were counted. Look at both again"
        case .noHands: "Enter how many voted for, against and abstained"
        case .namesMissing(let names): "Say how these voted: \(names.joined(separator: ", "))"
        case .nobodyMore(let who): "\(who) may not vote on this item. Leave them out"
        case .notTied: "The votes are not equal, so there is no casting vote. Leave it out"
        case .nobodyPresides: "Say first who presides: a casting vote is theirs"
        case .takesNoPart(let who):
            "\(who) has a disclosable pecuniary interest. Say that they left the room, or that they hold a dispensation"
        case .wordsWanted(let what): what
        case .badYear: "Enter the day of the annual meeting in the year before this meeting, and a first number from 1"
        case .nothingToCirculate: "Nothing was changed since the minutes were last circulated"
        case .unanswered(let count): "\(count) proposed corrections are not answered yet"
        case .notSuitable: "An extraordinary meeting confirms no minutes (LGA 1972 Sch 12 para 41(3)). Choose another"
        case .obstacles(let all): all.joined(separator: ". ")
        case .neverPublic: "Nothing of this body’s meetings is ever laid before everybody"
        case .notAnnounced: "Everybody must have been told of the meeting first. Announce it on its page"
        case .notHeld(let day):
            "This meeting is on \(day). Once it was held, its minutes can be closed, circulated and published"
        case .notExcluded(let number, let title, let place?):
            "Item \(number), ‘\(title)’, is taken in private only if the meeting resolved so: enter the resolution at \(place) "
                + "first, or, if it was not carried, open the item on the agenda"
        case .notExcluded(let number, let title, nil):
            "Item \(number), ‘\(title)’, is taken in private only if the meeting resolved so: put the exclusion of press and "
                + "public on the agenda before it, and enter there that it was carried"
        case .earlierFirst(let days):
            "The minutes of \(days.inWords) have no numbers yet, and were earlier. Circulate those first, or say that these are "
                + "numbered before them"
        case .notMinuted(let day, let number, let title):
            "The minutes of \(day) do not say so yet. Enter there what was agreed on item \(number), ‘\(title)’, first"
        case .changedMeanwhile: "Somebody changed these minutes while you were looking at them. Look at them again"
        }
    }
}
