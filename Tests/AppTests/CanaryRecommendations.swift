import Foundation
import Membership
import Recommendations
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    private static let form = Secrecy.plain(
        "in the program’s own form; who reads which words of it is tried in RecommendationTests")

    /// Recommendations, what came onto agendas by itself, and what became of actions.
    static let recommendations: [String: Secrecy] = [
        "recommendation_thread.origin": .plain("one of the program’s own words and identifiers"),
        "recommendation_thread.start": form,
        "recommendation_thread.begun_by": .kept(.nobody),
        "recommendation_step.source": .plain("one of the program’s own words and identifiers"),
        "recommendation_step.step": form,
        "recommendation_step.entered_by": .kept(.holders(.readRecommendations)),
        "recommendation_notice.recommendation": .plain("an identifier"),
        "recommendation_notice.contents": .plain("announced to everybody"),
        "recommendation_notice.announced_by": .kept(.nobody),
        "agenda_arising.key": .plain("one of the program’s own words and an identifier"),
        "minutes_action_state.action": .plain("an identifier"),
        "minutes_action_state.words": .kept(.nobody),
        "minutes_action_state.entered_by": .kept(.nobody),
    ]
}

extension Writing {
    /// A recommendation with a step, announced; an item that came onto the agenda of the meeting that
    /// ``enterMeetings(_:at:)`` enters, and an action of its minutes that is done.
    func enterRecommendations(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let mine = partnership
        try run(
            """
            INSERT INTO recommendation_thread VALUES (
                \(ids[8]), \(mine), 'canaries', '{"origin":"canaries","from":"x","address":"","path":[]}', 'x', \(time))
            """)
        let step = """
            {"what":{"made":{"text":"x"}},"day":"2016-02-09","isWithheld":false,"source":{"hand":{}}}
            """
        try run("INSERT INTO recommendation_step VALUES (\(mine), \(ids[8]), 1, '', \(step), 'x', \(time))")
        let notice = """
            {"id":"x","title":"x","from":"x","text":"x","state":"Made","stage":"open","body":"","ahead":[],"steps":[]}
            """
        try run("INSERT INTO recommendation_notice VALUES (\(mine), 'x', 1, \(notice), \(time), 'x')")
        try run("INSERT INTO agenda_arising VALUES (\(mine), \(ids[8]), 'actions', \(ids[8]), \(ids[8]), \(time))")
        try run(
            "INSERT INTO minutes_action_state VALUES (\(mine), \(ids[8]), 'x', 1, \(true), 'x', 'x', \(time))")
    }
}
