import Testing

@testable import GitTransport

@Suite struct WaitingRoomTests {
    private let room = WaitingRoom(limit: 400 << 10)

    @Test func aLittleIsEverybodysOwn() throws {
        let seats = try (1...100).map { _ in
            let seat = room.seat(for: .account(1))
            try seat.take(WaitingRoom.own)
            return seat
        }
        #expect(room.taken == 0)
        withExtendedLifetime(seats) {}
    }

    @Test func oneHolderHasAQuarter() throws {
        var seats = [room.seat(for: .account(1)), room.seat(for: .account(1))]
        for seat in seats { try seat.take(WaitingRoom.own + 50 << 10) }
        #expect(room.taken == 100 << 10)
        #expect(throws: WaitingRoom.Full.self) { try seats[0].take(1) }
        let others = try (Int64(2)...4).map { number in
            let seat = room.seat(for: .account(number))
            for _ in 0..<116 { try seat.take(1 << 10) }
            return seat
        }
        #expect(room.taken == 400 << 10)
        #expect(throws: WaitingRoom.Full.self) { try room.seat(for: nil).take(WaitingRoom.own + 1) }
        seats = []
        #expect(room.taken == 300 << 10, "what is left goes back")
        try room.seat(for: .account(1)).take(WaitingRoom.own + 100 << 10)
        withExtendedLifetime(others) {}
    }
}
