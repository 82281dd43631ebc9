import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// Giving a partner's file, saying what its columns mean, and taking it in.
struct MappingRoutes: Sendable {
    let sets: DataSetStore
    let mappings: MappingStore
    let imports: ImportStore
    let desk: ImportDesk
    let lookingDesk: MappingDesk
    let files: KeptFiles

    func add(to routes: inout Routes) {
        let now = routes.site.now
        let receiver = FileReceiver(keepingIn: files, limit: MappingDesk.largest)
        routes.members(.get, "/data/sets/{set}/give", may: .importData) { _, context in
            .page(MappingPages.give(try await own(context), context.visit))
        }
        routes.members(.post, "/data/sets/{set}/give", may: .importData, files: receiver) { form, context in
            try await give(form, context, at: now())
        }
        routes.members(.get, "/data/sets/{set}/give/{look}", may: .importData, use: follow)
        routes.members(.get, "/data/sets/{set}/give/{look}/progress", may: .importData) { _, context in
            let (_, look) = try await look(context)
            let isUnderWay = await lookingDesk.isUnderWay(look)
            return try .json(
                ImportProgress(isFinished: !isUnderWay, percent: nil, detail: MappingPages.lookingDetail))
        }
        addWaiting(to: &routes)
    }

    /// Those of a file that waits.
    private func addWaiting(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/data/imports/{import}/columns", may: .importData) { _, context in
            let (dataImport, set, waiting) = try await waiting(context)
            let table = try await lookingDesk.table(of: dataImport)
            return .page(
                MappingPages.columns(
                    MappingForm(table: table, set: set, typed: .init(guessing: table), remark: waiting.remark),
                    of: dataImport, context.visit))
        }
        routes.members(.post, "/data/imports/{import}/columns", may: .importData) { form, context in
            try await say(form, context, at: now())
        }
        routes.members(.get, "/data/imports/{import}/check", may: .importData) { _, context in
            try await check(context)
        }
        routes.members(.post, "/data/imports/{import}/check", may: .importData) { form, context in
            try await take(form, context, at: now())
        }
        routes.members(.post, "/data/imports/{import}/categories", may: .importData) { _, context in
            try await takeNewCategories(context, at: now())
        }
        routes.members(.get, "/data/imports/{import}/problems.csv", may: .importData, use: problems)
        routes.members(.post, "/data/imports/{import}/drop", may: .importData) { _, context in
            let (dataImport, set, _) = try await waiting(context)
            try await imports.drop(dataImport.id, by: context.member.actor, at: now())
            try await lookingDesk.letGo([dataImport.sha256])
            return .redirect(to: "/data/sets/\(set.address.text)")
        }
    }

    private func give(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        let set = try await own(context)
        func again(_ refusals: Refusals, _ status: HTTPResponse.Status) -> Reply {
            .page(MappingPages.give(set, context.visit, refusals: refusals), status: status)
        }
        let given: [ReceivedFile]
        do throws(NoRoom) { given = try form.files } catch { return again(error.refusals, .insufficientStorage) }
        guard let file = given.first else {
            return again(Refusals("Choose a file", field: "file"), .unprocessableContent)
        }
        let delivery = Delivery(
            name: file.name, kept: file.kept, by: .init(context.member.actor, name: context.member.name), at: time)
        do {
            let look = try await lookingDesk.begin(delivery, for: set)
            return try await answer(look, of: set, context)
                ?? .redirect(to: "/data/sets/\(set.address.text)/give/\(look.id)")
        } catch is MappingDesk.TooManyLooks {
            let refusals = Refusals(
                "Many files are being looked at now. Wait a minute, then give yours again", field: "file")
            return again(refusals, .serviceUnavailable)
        }
    }

    /// What became of a file; nil where it is being looked at yet.
    private func answer(_ look: MappingDesk.Look, of set: DataSet, _ context: MemberContext) async throws -> Reply? {
        switch try await lookingDesk.looked(look) {
        case nil: return nil
        case .refused(let reasons)?:
            let refusals = Refusals("The file was refused: see why below, then give another", field: "file")
            return .page(
                MappingPages.give(set, context.visit, refusals: refusals, reasons: reasons),
                status: .unprocessableContent)
        case .waits(let id, let isMapped)?:
            return .redirect(to: isMapped ? "/data/imports/\(id)/check" : "/data/imports/\(id)/columns")
        }
    }

    /// A file that takes longer to look at than its form waits.
    private func follow(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (set, look) = try await look(context)
        return try await answer(look, of: set, context)
            ?? .page(MappingPages.looking(at: look, of: set), status: .accepted)
    }

    /// A file that somebody gave, which is looked at or was of late: their own.
    private func look(_ context: MemberContext) async throws -> (DataSet, MappingDesk.Look) {
        let set = try await own(context)
        guard let id = context.parameters.get("look").flatMap(ID<MappingDesk.Look>.init) else {
            throw HTTPError(.notFound)
        }
        let look = MappingDesk.Look(id: id, set: set.address, by: context.member.actor)
        guard await lookingDesk.isKnown(look) else { throw HTTPError(.notFound) }
        return (set, look)
    }

    private func say(_ sent: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        let (dataImport, set, waiting) = try await waiting(context)
        let table = try await lookingDesk.table(of: dataImport)
        var form = MappingForm(
            table: table, set: set, typed: .init(sent), remark: waiting.remark,
            known: try await sets.measures(of: set.address))
        do {
            try await mappings.keep(
                try form.read(), for: dataImport.id, of: set.address, by: context.member.actor, at: time)
            return .redirect(to: "/data/imports/\(dataImport.id)/check")
        } catch let refusals as Refusals {
            form.refusals = refusals
            return .page(MappingPages.columns(form, of: dataImport, context.visit), status: .unprocessableContent)
        }
    }

    private func check(_ context: MemberContext) async throws -> Reply {
        let (dataImport, set, waiting) = try await waiting(context)
        guard let mapping = waiting.mapping else { return .redirect(to: "/data/imports/\(dataImport.id)/columns") }
        guard let check = try await checking(dataImport, waiting, mapping, set) else {
            return .page(MappingPages.reading(dataImport, set), status: .accepted)
        }
        return .page(check.page(context.visit, typed: nil))
    }

    /// - Returns: nil where reading the file takes longer than a page waits.
    private func checking(
        _ dataImport: DataImport, _ waiting: MappingStore.WaitingFile, _ mapping: DataMapping, _ set: DataSet
    ) async throws -> MappedCheck? {
        let reading = try await lookingDesk.readingInTime(
            of: dataImport, by: mapping,
            measures: mapping.measures(of: set.address) + (try await sets.measures(of: set.address)))
        guard let reading else { return nil }
        let table = try await lookingDesk.table(of: dataImport)
        return MappedCheck(
            reading: reading, mapping: mapping, dataImport: dataImport, set: set, remark: waiting.remark,
            doubts: set.isDepersonalised ? table.doubts(counting: mapping.countColumn) : [],
            numbers: mapping.count == .rows ? NumbersLeftOut(of: table, besides: mapping.columnsRead) : nil)
    }

    private func take(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        let (dataImport, set, waiting) = try await waiting(context)
        guard let mapping = waiting.mapping else { return .redirect(to: "/data/imports/\(dataImport.id)/columns") }
        guard let check = try await checking(dataImport, waiting, mapping, set) else {
            return .redirect(to: "/data/imports/\(dataImport.id)/check")
        }
        let typed = MappedCheck.Typed(form)
        let covers: Period
        let claimed = mapping.claimed(in: set.address, among: try await sets.measures(of: set.address))
        do throws(Refusals) {
            if let claimed { throw Refusals(MappedCheck.claimed(claimed)) }
            covers = try check.read(typed, upTo: .latestPossible(at: time))
        } catch {
            return .page(check.page(context.visit, typed: typed, refusals: error), status: .unprocessableContent)
        }
        try await desk.take(
            dataImport, covering: covers, looking: lookingDesk,
            by: .init(context.member.actor, name: context.member.name), at: time)
        return .redirect(to: "/data/imports/\(dataImport.id)")
    }

    /// Counts what no earlier file had, with this file and those that come after it.
    private func takeNewCategories(_ context: MemberContext, at time: Date) async throws -> Reply {
        let (dataImport, set, waiting) = try await waiting(context)
        guard let mapping = waiting.mapping else { return .redirect(to: "/data/imports/\(dataImport.id)/columns") }
        let known = try await sets.measures(of: set.address)
        let reading = try await lookingDesk.reading(
            of: dataImport, by: mapping, measures: mapping.measures(of: set.address) + known)
        if let new = reading.newCategories, !new.isEmpty,
            let more = mapping.taking(new, of: set.address, among: known)
        {
            try await mappings.keep(more, for: dataImport.id, of: set.address, by: context.member.actor, at: time)
        }
        return .redirect(to: "/data/imports/\(dataImport.id)/check")
    }

    private func problems(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (dataImport, set, waiting) = try await waiting(context)
        guard let mapping = waiting.mapping else { throw HTTPError(.notFound) }
        var writer = DelimitedWriter(header: ["file", "line", "column", "reason"])
        let reading = try await lookingDesk.reading(
            of: dataImport, by: mapping, measures: try await sets.measures(of: set.address))
        for fault in reading.faults {
            writer.write([fault.file, "\(fault.line)", fault.column, fault.reason])
        }
        return .download(writer.bytes, type: "text/csv; charset=utf-8", named: "\(dataImport.name)-problems.csv")
    }

    /// A file that waits, with its set; one that was taken in or left is there no more.
    private func waiting(_ context: MemberContext) async throws -> (DataImport, DataSet, MappingStore.WaitingFile) {
        guard let id = context.parameters.get("import").flatMap(ID<DataImport>.init),
            let dataImport = try await imports.find(id), dataImport.state == .waiting,
            let waiting = try await mappings.waiting(id), let set = try await sets.dataSet(waiting.dataSet)
        else { throw HTTPError(.notFound) }
        return (dataImport, set, waiting)
    }

    private func own(_ context: MemberContext) async throws -> DataSet {
        guard let address = context.parameters.get("set").flatMap({ DataSetAddress($0) }),
            let set = try await sets.dataSet(address), !set.isBuiltIn
        else { throw HTTPError(.notFound) }
        return set
    }
}
