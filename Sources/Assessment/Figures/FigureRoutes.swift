import DataFiles
import DataRegister
import Hummingbird
import Membership
import Storage
import Web

/// `/figures`: any figure by its address, and the choosing of one.
public struct FigureRoutes: Sendable {
    private let desk: FigureDesk
    private let choices: FigureChoices

    public init(_ desk: FigureDesk, choices: FigureChoices) {
        self.desk = desk
        self.choices = choices
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/figures", may: .readAssessments, use: read)
        routes.members(.get, "/figures.json", may: .readAssessments, use: readJSON)
        routes.members(.get, "/figures/new", may: .readAssessments, use: choose)
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let address = try asked(request)
        do {
            return .page(FigurePage(try await desk.figure(address)).page)
        } catch let refusal as FigureRefusal {
            return .page(RefusedFigurePage(address: address, refusal: refusal).page, status: .unprocessableContent)
        }
    }

    private func readJSON(_ request: Request, _ context: MemberContext) async throws -> Reply {
        do {
            return try .json(FigureDocument(try await desk.figure(asked(request))))
        } catch let refusal as FigureRefusal {
            return try .problem(Problem(refusing: refusal.description))
        }
    }

    private func asked(_ request: Request) throws -> FigureAddress {
        guard let text = request.uri.queryParameters["at"].map(String.init), let address = FigureAddress(text) else {
            throw HTTPError(.notFound)
        }
        return address
    }

    private func choose(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let typed = FigureQuestion(request)
        let lists = try await choices.lists()
        guard typed.isAsked else {
            return .page(FigureChoicePage(typed: FigureQuestion(openedBy: request, with: lists), lists: lists).page)
        }
        var page = FigureChoicePage(typed: typed, lists: lists)
        do {
            page.figure = try await desk.figure(typed.address())
            return .page(page.page)
        } catch let refusals as Refusals {
            page.refusals = refusals
        } catch let refusal as FigureRefusal {
            page.refusals = Refusals(refusal.description, field: "measure")
        }
        return .page(page.page, status: .unprocessableContent)
    }
}
