import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Publishing
import Storage
import Testing
import WorkingDays

@testable import App
@testable import Decisions

@Suite("The strategy against crime and disorder is for full Council to approve")
struct StrategyDecisionTests {
    @Test("a record by which an executive would approve the strategy carries the warning")
    func strategy() async throws {
        try await House.open { house in
            var statement = DecisionSample.decision
            statement.strategy = .approves
            let id = try await DecisionSample.draft(house, statement)
            let page = try await house.officer().get("/committees/decisions/\(id)").reading
            #expect(page.contains("Only full Council approves the strategy") && page.contains("SI 2000/2853"))
        }
    }
}
