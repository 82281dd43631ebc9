import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/partnership/people/import` and below: many people at once, from a file that is looked over before anything is saved.
struct PeopleFileRoutes: Sendable {
    let who: WhoIsWho
    let files: KeptFiles

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/people/import", may: .keepPeople) { _, context in
            var page = PeopleFilePages.file()
            page.notice = .noRoom(in: files)
            return .page(page.page(for: context.visit))
        }
        routes.members(.get, "/partnership/people/import/example.csv", may: .keepPeople) { _, _ in
            let agencies = try await agencies()
            return .download(
                PeopleFilePages.example(agency: agencies.first?.name), type: "text/csv; charset=utf-8",
                named: "people.csv")
        }
        routes.members(
            .post, "/partnership/people/import", may: .keepPeople,
            files: FileReceiver(keepingIn: files, limit: 1_000_000), use: look)
        routes.members(.post, "/partnership/people/import/entered", may: .keepPeople, use: enter)
    }

    /// Shows who would be entered. Nobody is.
    private func look(_ form: Form, _ context: MemberContext) async throws -> Reply {
        do {
            guard let file = try form.files.first, let url = files.url(for: file.kept.hash) else {
                throw Refusals("Choose a file", field: "file")
            }
            let people = try await read([UInt8](Data(contentsOf: url)), named: file.name)
            return .page(try PeopleFilePages.lookOver(people).page(for: context.visit))
        } catch let refusals as Refusals {
            return PeopleFilePages.file(refusals: refusals).refused(refusals, for: context.visit)
        } catch let noRoom as NoRoom {
            return PeopleFilePages.file(refusals: noRoom.refusals)
                .refused(noRoom.refusals, for: context.visit, status: .insufficientStorage)
        }
    }

    /// Enters those who were looked over, if they can be still: all of them, or nobody.
    private func enter(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(context.visit, again: { PeopleFilePages.file(refusals: $0) }) {
            guard let entries = PeopleFilePages.entries(in: form["people"]), !entries.isEmpty else {
                throw Refusals("Choose the file again", field: "file")
            }
            let file = PeopleFile(entries, agencies: try await agencies(), known: [])
            try check(file)
            do {
                let ids = try await who.people.add(file.people, by: context.member.actor, at: who.now())
                return ("/partnership/people" as Address).asking(["added": "\(ids.count)"])
            } catch MembershipRefusal.isHereAlready {
                throw Refusals(
                    "Somebody in it was entered meanwhile. Nobody else was: give the file again", field: "file")
            }
        }
    }

    private func read(_ bytes: [UInt8], named name: String) async throws -> PeopleFile {
        let known = try await who.people.people().compactMap(\.details.email)
        let agencies = try await agencies()
        let file: PeopleFile
        do throws(DataFileError) {
            file = try PeopleFile(bytes, named: name, agencies: agencies, known: Set(known))
        } catch {
            throw Refusals("\(error)", field: "file")
        }
        try check(file)
        if file.people.isEmpty { throw Refusals("Everybody in it is here already. Nobody is entered", field: "file") }
        return file
    }

    private func check(_ file: PeopleFile) throws(Refusals) {
        guard !file.faults.isEmpty else { return }
        var refusals = Refusals(
            "Nobody was entered. Put right what is listed here, and give the file again", field: "file")
        for fault in file.faults.prefix(100) { refusals.add("\(fault)", field: "file") }
        if file.faults.count > 100 { refusals.add("And \(file.faults.count - 100) more", field: "file") }
        throw refusals
    }

    private func agencies() async throws -> [Agency] {
        try await who.agencies.agencies().filter { !$0.term.hasEnded(on: who.today) }
    }
}
