import HummingbirdTesting
import Testing

@testable import App

/// The example, loaded once for a whole suite: its tests only look.
struct ExampleHouse: SuiteTrait, TestScoping {
    @TaskLocal static var current: House?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await House.open(profile: example.profile) { house in
            try await example.whoIsWho.enter(into: house.installation, at: house.clock.now)
            let intake = Intake(house.installation, desk: house.program.first.desk)
            for file in example.files { _ = try await intake.take(file.bytes, named: file.name, as: file.kind) }
            try await Self.$current.withValue(house, operation: function)
        }
    }

    /// The house of the suite that is running.
    static var house: House { get throws { try #require(current) } }
}

extension Trait where Self == ExampleHouse {
    static var example: Self { ExampleHouse() }
}
