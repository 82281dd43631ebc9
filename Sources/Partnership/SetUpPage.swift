import Membership
import Storage
import Web
import Wording

/// `/partnership/set-up`: what a new partnership enters first, in order, and how far it is.
struct SetUpPage {
    let profile: Profile
    let area: PartnershipArea?
    let agencies: [Agency]
    let people: [Participant]
    let structure: Structure
    let today: Day

    /// What to do first of all where something is left; nil where all is done.
    var due: HomeTask? {
        guard let progress else { return nil }
        return HomeTask(
            "Set the partnership up", detail: progress, state: Tag("To do", .waiting), at: "/partnership/set-up")
    }

    /// "3 of 8 steps are done."; nil where all are.
    private var progress: String? {
        let tasks = tasks
        let done = tasks.count(where: \.isDone)
        return done == tasks.count ? nil : "\(done) of \(tasks.count) steps \(done == 1 ? "is" : "are") done."
    }

    var page: Page {
        Page(
            "Set the partnership up", crumbs: [PartnershipSections.home, PartnershipSections.structure],
            body: """
                <h1>Set the partnership up</h1>
                <p class="lead">\(progress ?? "All is done.") You can stop at any step and go on another day. Each can be \
                changed later.</p>
                \(TaskList(tasks.map(\.task)).html)
                """)
    }

    private struct Step {
        let task: TaskList.Task
        let isDone: Bool

        init(_ title: String, _ detail: String, isDone: Bool, begun: Bool = false, at address: Address) {
            let state = isDone ? Tag("Done", .good) : begun ? Tag("Begun", .waiting) : Tag("To do", .plain)
            task = .init(title, detail: detail, state: state, at: address)
            self.isDone = isDone
        }
    }

    /// Leads back to this list.
    private func here(_ address: Address) -> Address { address.asking(["back": "/partnership/set-up"]) }

    private var tasks: [Step] {
        let present = agencies.filter { $0.term.holds(on: today) }
        let responsible = present.filter { $0.isResponsible(on: today) }
        let gaps = StatutoryGap.all(area: area, agencies: agencies, structure: structure, on: today)
        let missing = gaps.count { if case .missing = $0 { true } else { false } }
        let unassigned = gaps.count { if case .noLiaisonOfficer = $0 { true } else { false } }
        let group = structure.bodies.first { $0.isStrategyGroup && $0.term.holds(on: today) }
        let few = gaps.contains { if case .fewAppointees = $0 { true } else { false } }
        let others = people.filter { $0.id != FirstOfficerStore.person && $0.state != .left }
        return [
            Step(
                "Name the partnership and its district", "What stands at the head of every page, and its colour.",
                isDone: profile.district != nil, begun: profile.name != Profile.unnamed.name,
                at: here("/partnership/details")),
            Step(
                "Describe the area", "England or Wales, and which councils there are. It decides whom the law names.",
                isDone: area != nil, at: here("/partnership/area")),
            Step(
                "Add the agencies",
                missing == 0 && area != nil
                    ? "Every responsible authority the Act names is here."
                    : "\(present.count.counted("agency is", "agencies are")) here. The Act asks for more.",
                isDone: area != nil && missing == 0, begun: !present.isEmpty,
                at: missing == 0 ? "/partnership/agencies" : "/partnership/agencies/new"),
            Step(
                "Enter the people",
                "One by one, or all at once from a CSV file. "
                    + "\(others.count.counted("person is", "people are")) here.",
                isDone: !others.isEmpty, at: others.isEmpty ? "/partnership/people/import" : "/partnership/people"),
            Step(
                "Name each responsible authority’s liaison officer",
                "Whom others call about sharing information. \(unassigned) still to name.",
                isDone: !responsible.isEmpty && unassigned == 0, begun: unassigned < responsible.count,
                at: "/partnership/agencies"),
            Step(
                "Add the bodies", "The groups that meet, and which of them is the strategy group.",
                isDone: group != nil, begun: structure.bodies.count > 1,
                at: group == nil ? "/partnership/bodies/new" : "/partnership"),
            Step(
                "Fill the strategy group’s seats", "Two or more people, appointed by responsible authorities.",
                isDone: group != nil && !few, at: group.map { "/partnership/bodies/\($0.id)" } ?? "/partnership"),
            Step(
                "Set the dates of the year", "From the assessment to the plan, at the top of everybody’s first page.",
                isDone: !profile.keyDates.isEmpty, at: here("/partnership/year")),
        ]
    }
}
